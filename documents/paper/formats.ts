import { moneyText } from '../../domain/money/amount';
import type { Language } from '../../domain/bilingual';
import { fill, WORDS } from './words';

/** Instants, durations and money as people read them. */
export function formatsOf({
  language,
  timeZone,
}: {
  readonly language: Language;
  readonly timeZone: string;
}) {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const clock = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const instant = (iso: string): string => clock.format(new Date(iso));
  return {
    instant,
    /** An instant that may not be known. */
    at: (iso: string | undefined): string => (iso === undefined ? '—' : instant(iso)),
    /** Name of the time zone at that instant: 中国标准时间. */
    zone: (iso: string): string =>
      new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' })
        .formatToParts(new Date(iso))
        .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone,
    minutes: (count: number): string => fill(WORDS.minutes[language], { minutes: count }),
    money: (cents: number, currency: string): string => moneyText(cents, currency),
  };
}
