import { timeText } from '../../shared/instants';
import { localeOf, type Language } from '../../shared/language';
import { keyOfDay, type Span } from './days';

const shortDay = (ms: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'short' }).format(ms);

const clock = (ms: number, language: Language): string => timeText(new Date(ms).toISOString(), language);

const dayOf = (ms: number): string => keyOfDay(new Date(ms));

/** A span as times of the day; with the day where it is not the one that is shown. */
export function timesText({ fromMs, toMs }: Span, language: Language, shown?: string): string {
  const from = dayOf(fromMs) === shown ? '' : `${shortDay(fromMs, language)} `;
  const to = dayOf(toMs) === dayOf(fromMs) ? '' : `${shortDay(toMs, language)} `;
  return `${from}${clock(fromMs, language)}–${to}${clock(toMs, language)}`;
}

export const dayHeading = (ms: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { weekday: 'short', day: 'numeric', month: 'short' }).format(
    ms,
  );

export const longDay = (ms: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full' }).format(ms);

/** The hour of an instant in a zone, as the axis has it. */
export const hourIn = (ms: number, zone?: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(ms);
