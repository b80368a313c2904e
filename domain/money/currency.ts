import * as iso from 'dinero.js/currencies';

const DECIMAL = 10;
const USUAL_DECIMALS = 2;

/**
 * ISO 4217: every currency with its number of decimals. The library counts the minor unit of two of them by fives (ariary, ouguiya); ISO
 * lists those with two decimals like most.
 */
const DECIMALS: ReadonlyMap<string, number> = new Map(
  Object.values(iso).map(({ code, base, exponent }) => [code, base === DECIMAL ? exponent : USUAL_DECIMALS]),
);

/** The codes that an amount can be in, in order. */
export const CURRENCIES: readonly string[] = [...DECIMALS.keys()].sort();

/** Digits after the point. A code that no list knows any more stands in old records only. */
export const decimalsOf = (currency: string): number => DECIMALS.get(currency) ?? USUAL_DECIMALS;
