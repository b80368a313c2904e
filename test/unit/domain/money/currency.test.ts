import { describe, expect, it } from '@jest/globals';
import { MAX_AMOUNT, moneyText } from '../../../../domain/money/amount';
import { CURRENCIES, decimalsOf } from '../../../../domain/money/currency';

describe('Currencies (ISO 4217)', () => {
  it.each([
    ['OMR', 12_962, 'OMR 12.962'],
    ['CLP', 12_962, 'CLP 12,962'],
    ['IDR', 5_000, 'IDR 50.00'],
    ['IQD', 123_450, 'IQD 123.450'],
    ['COP', 100, 'COP 1.00'],
    ['VND', 250_000, 'VND 250,000'],
    ['CNY', -1, 'CNY -0.01'],
    ['CNY', 0, 'CNY 0.00'],
    ['JPY', -1_000, 'JPY -1,000'],
    ['KWD', 5, 'KWD 0.005'],
    ['UYW', 12_345_678, 'UYW 1,234.5678'],
    ['MGA', 1_234_567, 'MGA 12,345.67'],
    ['MRU', 100, 'MRU 1.00'],
    ['XCG', 100, 'XCG 1.00'],
    ['CNY', MAX_AMOUNT, 'CNY 10,000,000,000.00'],
  ])('%s %d reads %s', (currency, cents, text) => {
    expect(moneyText(cents, currency)).toBe(text);
  });

  it('are those of the list: no metals, no test codes, nothing of the sort', () => {
    for (const code of ['CNY', 'USD', 'EUR', 'VND', 'CLF', 'XOF']) expect(CURRENCIES).toContain(code);
    for (const code of ['XAU', 'XXX', 'XTS', 'RMB', 'BTC', 'ABC', 'cny', ''])
      expect(CURRENCIES).not.toContain(code);
    expect(CURRENCIES).toEqual([...new Set(CURRENCIES)].sort());
    for (const code of CURRENCIES) {
      expect(code).toMatch(/^[A-Z]{3}$/);
      expect([0, 2, 3, 4]).toContain(decimalsOf(code));
    }
  });

  it('that stand in old records alone are still told', () => {
    expect(moneyText(1_234, 'HRK')).toBe('HRK 12.34');
  });
});
