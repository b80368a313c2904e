/**
 * The one rounding rule of Aftercare: half away from zero, to whole minor units, once a line; tax is rounded once a document. Exact for
 * every amount that a number holds exactly. @returns `value × numerator / denominator`.
 */
export function scaled(valueCents: number, numerator: number, denominator: number): number {
  const product = BigInt(valueCents) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const magnitude = product < 0n ? -product : product;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return Number(product < 0n ? -rounded : rounded);
}

/** Of an amount, so many percent. */
export const percentOf = (cents: number, percent: number): number => scaled(cents, percent, 100);

/** Tax on the net amount of a document; a rate of 13 % is 1300 basis points. */
export const taxOn = (netCents: number, taxBasisPoints: number): number =>
  scaled(netCents, taxBasisPoints, 10_000);

export const sumOf = <T>(items: readonly T[], cents: (item: T) => number): number =>
  items.reduce((total, item) => total + cents(item), 0);

/** Digits after the point, where they are not two (ISO 4217). */
const MINOR_DIGITS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, VND: 0, KWD: 3, BHD: 3 };

/** An amount as a person reads it: `CNY 1,234.50`. */
export function moneyText(cents: number, currency: string): string {
  const digits = MINOR_DIGITS[currency] ?? 2;
  const figures = String(Math.abs(cents)).padStart(digits + 1, '0');
  const whole = figures.slice(0, figures.length - digits).replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = cents < 0 ? '-' : '';
  return `${currency} ${sign}${whole}${digits > 0 ? `.${figures.slice(-digits)}` : ''}`;
}
