import { describe, expect, it } from '@jest/globals';
import { warrantyOn, type WarrantyTerms } from '../../../domain/case/warranty';

const sold = (soldOn: string, months = 24): WarrantyTerms => ({ months, from: 'sale', soldOn });

describe('Warranty (R6)', () => {
  it.each([
    // terms, last day in, first day out
    [sold('2024-11-22'), '2026-11-21', '2026-11-22'],
    [sold('2024-12-31', 2), '2025-02-27', '2025-02-28'],
    [sold('2023-12-31', 2), '2024-02-28', '2024-02-29'],
    [sold('2024-02-29', 12), '2025-02-27', '2025-02-28'],
    [sold('2024-02-29', 48), '2028-02-28', '2028-02-29'],
    [sold('2025-08-31', 1), '2025-09-29', '2025-09-30'],
    [sold('2025-01-31', 13), '2026-02-27', '2026-02-28'],
    [sold('2025-06-15', 120), '2035-06-14', '2035-06-15'],
  ])('of %j lasts to %s and is over on %s', (terms, lastDay, dayAfter) => {
    expect(warrantyOn(lastDay, terms)).toBe('in-warranty');
    expect(warrantyOn(dayAfter, terms)).toBe('out-of-warranty');
  });

  it('of no months is over at once', () => {
    expect(warrantyOn('2026-01-01', sold('2026-01-01', 0))).toBe('out-of-warranty');
  });

  it('from installation runs from there, however long ago it was sold', () => {
    const terms: WarrantyTerms = {
      months: 24,
      from: 'installation',
      soldOn: '2020-01-01',
      installedOn: '2025-01-01',
    };
    expect(warrantyOn('2026-12-31', terms)).toBe('in-warranty');
    expect(warrantyOn('2027-01-01', terms)).toBe('out-of-warranty');
  });

  it('from installation is unknown where nobody recorded one', () => {
    expect(warrantyOn('2026-12-31', { months: 24, from: 'installation', soldOn: '2020-01-01' })).toBe(
      'unknown',
    );
  });

  it('from sale does not ask for the installation', () => {
    expect(warrantyOn('2026-12-31', { ...sold('2020-01-01'), installedOn: '2026-01-01' })).toBe(
      'out-of-warranty',
    );
  });
});
