import type { Language } from '../../shared/language';

const UNITS = [
  [3600, { en: 'h', zh: '小时' }],
  [60, { en: 'min', zh: '分钟' }],
  [1, { en: 's', zh: '秒' }],
] as const;

/** A length of working time, in hours and what is left: working hours make no days of 24 hours. */
export function lengthText(seconds: number, language: Language): string {
  let left = seconds;
  const parts: string[] = [];
  for (const [size, names] of UNITS) {
    const count = Math.floor(left / size);
    if (count > 0) parts.push(`${count} ${names[language]}`);
    left -= count * size;
  }
  return parts.length > 0 ? parts.join(' ') : `0 ${UNITS[1][1][language]}`;
}
