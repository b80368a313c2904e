import { localeOf, type Language } from './language';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The zone of the reader's machine. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** An instant as day and time in a zone; the zone stands beside it where it is not the reader's. */
export function instantText(at: string, language: Language, zone = ownZone()): string {
  const text = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  }).format(new Date(at));
  return zone === ownZone() ? text : `${text} (${zone})`;
}

/** From one instant to another in the reader's zone; the day once where it is the same. */
export const stretchText = (from: string, to: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).formatRange(
    new Date(from),
    new Date(to),
  );

export const timeText = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit' }).format(new Date(at));

export const dayText = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium' }).format(new Date(at));

/** A span in its one or two largest units: `2 d 3 h`, `45 min`. */
export function spanText(ms: number, language: Language): string {
  const units = [
    [DAY_MS, { en: 'd', zh: '天' }],
    [HOUR_MS, { en: 'h', zh: '小时' }],
    [MINUTE_MS, { en: 'min', zh: '分钟' }],
  ] as const;
  let left = Math.max(Math.abs(ms), 0);
  const parts: string[] = [];
  for (const [size, names] of units) {
    const count = Math.floor(left / size);
    if (count > 0) parts.push(`${count} ${names[language]}`);
    left -= count * size;
    if (parts.length === 2 || (parts.length === 1 && size === HOUR_MS)) break;
  }
  return parts.length > 0 ? parts.join(' ') : language === 'zh' ? '不到 1 分钟' : 'less than 1 min';
}
