import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_AMOUNT } from '../../../../domain/money/amount';
import { refuseQuote } from '../../../../domain/quote/bounds';
import type { PricedLine, QuoteTerms } from '../../../../domain/quote/terms';
import { MAX_INT } from '../../../../api/http/schema/amount';
import { keptDocument } from '../../../support/openapi-document';

const root = join(__dirname, '../../../..');

interface Schema {
  readonly type?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly unknown[];
}

/** Every schema within what a caller sends, with the path to it. */
function* within(value: unknown, path: string): Generator<readonly [string, Schema]> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value) yield [path, value];
  for (const [key, inner] of Object.entries(value))
    if (key !== 'examples' && key !== 'example') yield* within(inner, `${path}.${key}`);
}

function* sent(): Generator<readonly [string, Schema]> {
  const { paths } = keptDocument() as {
    paths: Record<string, Record<string, { requestBody?: unknown; parameters?: unknown }>>;
  };
  for (const [path, operations] of Object.entries(paths))
    for (const [method, { requestBody, parameters }] of Object.entries(operations))
      yield* within({ requestBody, parameters }, `${method} ${path}`);
}

describe('Amounts and counts fit from schema to column', () => {
  it('every whole number that is sent has a bound: an amount of money its own, all others that of an INT column', () => {
    const integers = [...sent()].filter(([, { type }]) => type === 'integer');
    expect(integers.length).toBeGreaterThan(50);
    for (const [path, { minimum, maximum }] of integers) {
      const isMoney = path.endsWith('Cents');
      expect({ path, minimum: typeof minimum }).toEqual({ path, minimum: 'number' });
      if (isMoney) expect({ path, minimum, maximum }).toEqual({ path, minimum: 0, maximum: MAX_AMOUNT });
      else expect({ path, fits: maximum !== undefined && maximum <= MAX_INT }).toEqual({ path, fits: true });
    }
  });

  it('every currency that is sent is one of the list', () => {
    const currencies = [...sent()].filter(([path]) => path.endsWith('.currency'));
    expect(currencies.length).toBeGreaterThan(5);
    for (const [path, schema] of currencies) expect([path, schema.enum?.length]).toEqual([path, 166]);
  });

  it('every column that holds money is a BIGINT', () => {
    const folder = join(root, 'prisma/schema');
    const columns = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^\s+(\w+Cents)\s+(\w+)/gm)].map(
        ([, name, type]) => `${file} ${name} ${type}`,
      ),
    );
    expect(columns.length).toBeGreaterThan(12);
    for (const column of columns) expect(column).toMatch(/ BigInt$/);
  });

  describe('the sums of a quote', () => {
    const terms: QuoteTerms = {
      priceListId: 'p',
      currency: 'CNY',
      taxBasisPoints: 1_300,
      declinedCharge: 'none',
    };
    const line = (unitPriceCents: number, quantity: number): PricedLine => ({
      item: 'parts',
      partNumber: 'SP-1',
      nameEn: 'Part',
      nameZh: '备件',
      quantity,
      unit: 'piece',
      unitPriceCents,
      unitCostCents: 0,
      source: 'given',
    });

    it('are refused where a line or the total comes to more than an amount can be', () => {
      const quote =
        (...lines: readonly PricedLine[]) =>
        () => {
          refuseQuote({ lines, terms }, undefined, 'data');
        };
      expect(quote(line(MAX_AMOUNT, 2))).toThrow(
        expect.objectContaining({ code: 'MONEY.TOO_LARGE', field: 'data.lines.0' }),
      );
      // Each of them fits, and their tax does not any more.
      expect(quote(line(900_000_000_000, 1))).toThrow(
        expect.objectContaining({ code: 'MONEY.TOO_LARGE', field: 'data.lines' }),
      );
      expect(quote(line(500_000_000_000, 1))).not.toThrow();
    });

    it('are in the currency of the case', () => {
      const quote = { lines: [line(100, 1)], terms };
      expect(() => refuseQuote(quote, 'EUR', 'data')).toThrow(
        expect.objectContaining({ code: 'MONEY.OTHER_CURRENCY', params: { currency: 'EUR', given: 'CNY' } }),
      );
      expect(() => refuseQuote(quote, 'CNY', 'data')).not.toThrow();
    });
  });
});
