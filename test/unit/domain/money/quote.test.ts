import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { moneyText, percentOf, scaled, sumOf, taxOn } from '../../../../domain/money/amount';
import { invoiceFor, invoiceForDeclined } from '../../../../domain/money/invoice';
import { priceQuote } from '../../../../domain/quote/price';
import type { PricedLine, QuoteTerms } from '../../../../domain/quote/terms';

const TERMS: QuoteTerms = {
  priceListId: 'std',
  currency: 'CNY',
  taxBasisPoints: 1_300,
  declinedCharge: 'travel',
};
const NAMED = { nameEn: 'x', nameZh: 'x', source: 'price-list' as const };
const labour = (minutes: number, perHour = 20_000): PricedLine => ({
  ...NAMED,
  item: 'labour',
  quantity: minutes,
  unit: 'minute',
  unitPriceCents: perHour,
  unitCostCents: 9_000,
});
const part = (partNumber: string, quantity: number, unitPriceCents = 12_345): PricedLine => ({
  ...NAMED,
  item: 'parts',
  partNumber,
  quantity,
  unit: 'piece',
  unitPriceCents,
  unitCostCents: 8_000,
});
const trips = (quantity: number): PricedLine => ({
  ...NAMED,
  item: 'travel',
  quantity,
  unit: 'trip',
  unitPriceCents: 15_000,
  unitCostCents: 10_000,
});
const nothingCovered = (): number => 0;

const cents = fc.integer({ min: 0, max: 100_000_000 });
const percent = fc.integer({ min: 0, max: 100 });
const anyLine: fc.Arbitrary<PricedLine> = fc
  .record({
    shape: fc.constantFrom(
      { item: 'labour', unit: 'minute' } as const,
      { item: 'labour', unit: 'visit' } as const,
      { item: 'travel', unit: 'trip' } as const,
      { item: 'travel', unit: 'minute' } as const,
      { item: 'parts', unit: 'piece', partNumber: 'A' } as const,
      { item: 'parts', unit: 'piece', partNumber: 'B' } as const,
    ),
    quantity: fc.integer({ min: 1, max: 1_000 }),
    unitPriceCents: cents,
    unitCostCents: cents,
  })
  .map(({ shape, ...rest }) => ({ ...NAMED, ...shape, ...rest }));
const anyQuote = fc
  .tuple(
    fc.array(fc.tuple(anyLine, percent), { minLength: 1, maxLength: 8 }),
    fc.integer({ min: 0, max: 3_000 }),
  )
  .map(([lines, taxBasisPoints]) => {
    const covered = new Map(lines);
    return priceQuote([...covered.keys()], { ...TERMS, taxBasisPoints }, (line) => covered.get(line) ?? 0);
  });
const minutes = fc.integer({ min: 0, max: 3_000 });
const workDone = fc.record({
  labourMinutes: minutes,
  travelMinutes: minutes,
  trips: fc.nat(5),
  partsUsed: fc.array(
    fc.record({ partNumber: fc.constantFrom('A', 'B', 'C'), quantity: fc.integer({ min: 1, max: 900 }) }),
    { maxLength: 4 },
  ),
});

describe('Rounding', () => {
  it('is half away from zero, to whole minor units', () => {
    expect([
      scaled(1, 1, 2),
      scaled(-1, 1, 2),
      scaled(5, 1, 10),
      scaled(49, 1, 100),
      scaled(-149, 1, 100),
    ]).toEqual([1, -1, 1, 0, -1]);
  });

  it('is exact for the largest amounts', () => {
    expect(taxOn(9_000_000_000_001, 1_300)).toBe(1_170_000_000_000);
    expect(percentOf(999_999_999_999_999, 100)).toBe(999_999_999_999_999);
  });

  it('is never off by more than half a minor unit, and the same on both sides of zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(10_000), (value, points) => {
        const rounded = scaled(value, points, 10_000);
        const twiceOff = 2n * (BigInt(rounded) * 10_000n - BigInt(value) * BigInt(points));
        return twiceOff <= 10_000n && twiceOff >= -10_000n && scaled(-value, points, 10_000) + rounded === 0;
      }),
    );
  });
});

describe('An amount', () => {
  it('is told with its currency and the digits that the currency has', () => {
    expect([
      moneyText(123_450, 'CNY'),
      moneyText(5, 'EUR'),
      moneyText(-1_000_000_00, 'CNY'),
      moneyText(1_234, 'JPY'),
    ]).toEqual(['CNY 1,234.50', 'EUR 0.05', 'CNY -1,000,000.00', 'JPY 1,234']);
  });
});

describe('A quote (R7)', () => {
  it('charges labour by the minute, parts by the piece and trips, and tax once on their sum', () => {
    const quote = priceQuote([labour(100), part('A', 2), trips(1)], TERMS, nothingCovered);
    expect(quote.lines.map(({ priceCents }) => priceCents)).toEqual([33_333, 24_690, 15_000]);
    expect(quote).toMatchObject({ netCents: 73_023, taxCents: 9_493, totalCents: 82_516 });
  });

  it('leaves to the customer what the entitlement does not cover, item by item (R6)', () => {
    const quote = priceQuote([labour(60), part('A', 1)], TERMS, ({ item }) => (item === 'labour' ? 100 : 50));
    expect(quote.lines.map(({ customerCents, coveredCents }) => [customerCents, coveredCents])).toEqual([
      [0, 20_000],
      [6_173, 6_172],
    ]);
  });

  it('knows its margin on what the customer pays', () => {
    expect(priceQuote([trips(1)], TERMS, nothingCovered).marginBasisPoints).toBe(3_333);
    expect(priceQuote([part('A', 1, 4_000)], TERMS, nothingCovered).marginBasisPoints).toBe(-10_000);
    expect(priceQuote([part('A', 1, 0)], TERMS, nothingCovered).marginBasisPoints).toBe(-10_000);
    expect(priceQuote([part('A', 1)], TERMS, () => 100)).toMatchObject({
      totalCents: 0,
      marginBasisPoints: 0,
    });
  });

  it('conserves money: shares add up to prices, lines to the net, net and tax to the total', () => {
    fc.assert(
      fc.property(anyQuote, (quote) => {
        const { lines, netCents, taxCents, totalCents } = quote;
        return (
          lines.every((line) => line.customerCents + line.coveredCents === line.priceCents) &&
          lines.every(({ customerCents, coveredCents }) => customerCents >= 0 && coveredCents >= 0) &&
          sumOf(lines, ({ customerCents }) => customerCents) === netCents &&
          netCents + taxCents === totalCents &&
          [netCents, taxCents, totalCents].every(Number.isSafeInteger)
        );
      }),
    );
  });
});

describe('An invoice for work done', () => {
  const quote = priceQuote([labour(120), part('A', 2), trips(1)], TERMS, nothingCovered);
  const done = {
    labourMinutes: 120,
    travelMinutes: 40,
    trips: 1,
    partsUsed: [{ partNumber: 'A', quantity: 2 }],
  };

  it('is the quote where all was done as quoted', () => {
    const { netCents, taxCents, totalCents } = quote;
    expect(invoiceFor(quote, done, nothingCovered)).toMatchObject({ netCents, taxCents, totalCents });
  });

  it('is for less where less was done, and never for more', () => {
    const less = { ...done, labourMinutes: 60, partsUsed: [{ partNumber: 'A', quantity: 1 }] };
    expect(invoiceFor(quote, less, nothingCovered)?.lines.map(({ amountCents }) => amountCents)).toEqual([
      20_000, 12_345, 15_000,
    ]);
    const more = {
      labourMinutes: 600,
      travelMinutes: 400,
      trips: 4,
      partsUsed: [...done.partsUsed, ...done.partsUsed],
    };
    expect(invoiceFor(quote, more, nothingCovered)).toMatchObject({ totalCents: quote.totalCents });
  });

  it('leaves out parts that were not quoted', () => {
    const other = { ...done, partsUsed: [{ partNumber: 'B', quantity: 2 }] };
    expect(invoiceFor(quote, other, nothingCovered)?.lines.map(({ item }) => item)).toEqual([
      'labour',
      'travel',
    ]);
  });

  it('is at the share that is in force by then, where that is better for the customer', () => {
    expect(invoiceFor(quote, done, () => 50)?.netCents).toBe(39_845);
    expect(invoiceFor(quote, done, () => 100)).toBeUndefined();
  });

  it('never exceeds what was quoted, and adds up, whatever was quoted and done', () => {
    fc.assert(
      fc.property(anyQuote, workDone, percent, (quoted, work, covered) => {
        const invoice = invoiceFor(quoted, work, () => covered);
        if (!invoice) return true;
        const { lines, netCents, taxCents, totalCents } = invoice;
        return (
          totalCents <= quoted.totalCents &&
          netCents <= quoted.netCents &&
          sumOf(lines, ({ amountCents }) => amountCents) === netCents &&
          taxOn(netCents, quoted.taxBasisPoints) === taxCents &&
          netCents + taxCents === totalCents
        );
      }),
    );
  });
});

describe('A customer who declined', () => {
  const quote = priceQuote([labour(120), trips(2)], TERMS, nothingCovered);

  it('pays for the trips that were made, where the terms say so', () => {
    expect(invoiceForDeclined(quote, 1)).toMatchObject({ netCents: 15_000, taxCents: 1_950 });
    expect(invoiceForDeclined(quote, 5)).toMatchObject({ netCents: 30_000 });
  });

  it('pays nothing where nobody came, or the terms charge nothing', () => {
    expect(invoiceForDeclined(quote, 0)).toBeUndefined();
    expect(invoiceForDeclined({ ...quote, declinedCharge: 'none' }, 1)).toBeUndefined();
  });
});
