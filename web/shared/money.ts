import { localeOf, type Language } from './language';

/** Decimals of a currency as `Intl` knows them. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount in minor units as people write it. */
export const moneyText = (cents: number, currency: string, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'currency', currency }).format(
    cents / 10 ** decimalsOf(currency),
  );
