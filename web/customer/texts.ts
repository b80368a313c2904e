import { localeOf, type Language } from '../shared/language';

const format = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(localeOf(language), options);

const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const TIME = { hour: '2-digit', minute: '2-digit' } as const;

/** `Tue, 24 Nov, 09:00` in the reader's zone. */
export const timeText = (at: string, language: Language): string =>
  format(language, { ...DAY, ...TIME }).format(new Date(at));

export const dayText = (at: string, language: Language): string => format(language, DAY).format(new Date(at));

export const hoursText = ({ from, to }: Window, language: Language): string =>
  `${format(language, TIME).format(new Date(from))}–${format(language, TIME).format(new Date(to))}`;

interface Window {
  readonly from: string;
  readonly to: string;
}

/** `Tue, 24 Nov, 09:00–11:00`; with both days where it goes over midnight. */
export const windowText = ({ from, to }: Window, language: Language): string =>
  dayText(from, language) === dayText(to, language)
    ? `${dayText(from, language)} ${hoursText({ from, to }, language)}`
    : `${timeText(from, language)} – ${timeText(to, language)}`;

/** The reader's zone as times are shown in it: `Asia/Shanghai (GMT+8)`. */
export function zoneText(at: string, language: Language): string {
  const parts = format(language, { timeZoneName: 'short' }).formatToParts(new Date(at));
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return `${timeZone} (${offset})`;
}

/** Minor units of a currency as people read them. */
export function moneyText(cents: number, currency: string, language: Language): string {
  const money = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency });
  const digits = money.resolvedOptions().maximumFractionDigits ?? 2;
  return money.format(cents / 10 ** digits);
}
