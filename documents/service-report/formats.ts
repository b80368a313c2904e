import { moneyText } from '../../domain/money/amount';
import type { ReportField } from '../../domain/case/report-terms';
import type { ServiceReportView } from './view';
import { fill, WORDS } from './words';

/** A change that is longer is cut short on paper; every version is kept whole with the case. */
const LONGEST_CHANGE = 120;

/** Instants and money as the customer reads them. */
export function formatsOf({ language, timeZone, report }: ServiceReportView) {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const clock = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const money = (cents: number, currency = report.currency): string => moneyText(cents, currency);
  const instant = (iso: string): string => clock.format(new Date(iso));
  /** What people call the time that the clock shows then: 中国标准时间. */
  const zone = (iso: string): string =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' })
      .formatToParts(new Date(iso))
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  const minutes = (count: number): string => fill(WORDS.minutes[language], { minutes: count });

  /** One side of a change; `currency` is the one that held then. */
  const value = (field: ReportField, given: unknown, currency: string): string => {
    if (typeof given === 'number') return field.endsWith('Cents') ? money(given, currency) : minutes(given);
    const text = plain(given);
    if (text === '') return WORDS.none[language];
    return text.length > LONGEST_CHANGE ? `${text.slice(0, LONGEST_CHANGE)}…` : text;
  };
  return { money, instant, zone, minutes, value };
}

/** What a value of the report is called: a file by its name, a part by its number, quantity and serials. */
function plain(given: unknown): string {
  if (typeof given === 'string') return given;
  if (Array.isArray(given)) return given.map(plain).join(', ');
  if (typeof given !== 'object' || given === null) return '';
  if ('partNumber' in given && 'quantity' in given)
    return `${plain(given.partNumber)} × ${String(given.quantity)}${
      'serialNumbers' in given ? ` (${plain(given.serialNumbers)})` : ''
    }`;
  return 'name' in given ? plain(given.name) : '';
}
