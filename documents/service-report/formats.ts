import type { ReportField } from '../../domain/case/report/terms';
import { formatsOf as formatsOfPaper } from '../paper/formats';
import type { ServiceReportView } from './view';
import { WORDS } from './words';

/** A change that is longer is cut short on paper; every version is kept whole with the case. */
const LONGEST_CHANGE = 120;

/** Instants and money as people read them, and the fields of a report. */
export function formatsOf(view: ServiceReportView) {
  const formats = formatsOfPaper(view);
  const { language } = view;
  /** One side of a change; `currency` is the one that held then. */
  const value = (field: ReportField, given: unknown, currency: string): string => {
    if (typeof given === 'number')
      return field.endsWith('Cents') ? formats.money(given, currency) : formats.minutes(given);
    const text = field === 'leftAt' && typeof given === 'string' ? formats.instant(given) : plain(given);
    if (text === '') return WORDS.none[language];
    return text.length > LONGEST_CHANGE ? `${text.slice(0, LONGEST_CHANGE)}…` : text;
  };
  return { ...formats, value };
}

/** Prints a value of the report: a file by its name, a part by its number, quantity and serials. */
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
