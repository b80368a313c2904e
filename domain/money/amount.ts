import { DomainError } from '../errors';
import { decimalsOf } from './currency';

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

/**
 * The largest amount there is, in minor units: of a price, a line, a document. A thousand such amounts and more add up without loss in a
 * JSON number (2⁵³ − 1), and the columns hold far more.
 */
export const MAX_AMOUNT = 1_000_000_000_000;

/** @throws {DomainError} MONEY.TOO_LARGE for a sum that no document can state. */
export function refuseTooLarge(cents: number, currency: string, field?: string): void {
  if (cents > MAX_AMOUNT)
    throw new DomainError('MONEY.TOO_LARGE', { most: moneyText(MAX_AMOUNT, currency) }, field);
}

/** A percentage of an amount. */
export const percentOf = (cents: number, percent: number): number => scaled(cents, percent, 100);

/** Tax on the net amount of a document; a rate of 13 % is 1300 basis points. */
export const taxOn = (netCents: number, taxBasisPoints: number): number =>
  scaled(netCents, taxBasisPoints, 10_000);

export const sumOf = <T>(items: readonly T[], cents: (item: T) => number): number =>
  items.reduce((total, item) => total + cents(item), 0);

/** As a person reads it, in English and in Chinese alike: `CNY 1,234.50`. */
export function moneyText(cents: number, currency: string): string {
  const digits = decimalsOf(currency);
  const figures = String(Math.abs(cents)).padStart(digits + 1, '0');
  const whole = figures.slice(0, figures.length - digits).replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = cents < 0 ? '-' : '';
  return `${currency} ${sign}${whole}${digits > 0 ? `.${figures.slice(-digits)}` : ''}`;
}
