/**
 * The last day of a term of some months from a day on, included: the same day of a later month, or that month's last (31 January and
 * one month: 28 or 29 February). The day it runs from is not counted (PRC Civil Code, articles 201 to 203).
 */
export function lastDayOf(start: string, months: number): string {
  const { year, month, day } = partsOf(start);
  const target = year * 12 + (month - 1) + months;
  const [endYear, endMonth] = [Math.floor(target / 12), (target % 12) + 1];
  return textOf(endYear, endMonth, Math.min(day, daysIn(endYear, endMonth)));
}

function partsOf(date: string): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const textOf = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
