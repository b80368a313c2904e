import { describe, expect, it } from '@jest/globals';
import { judge, leavesOpen } from '../../../../domain/entitlement/judge';
import { DEFAULT_SPECIAL_TERMS } from '../../../../domain/entitlement/terms';
import { contract, NEVER_INSTALLED, terms } from './terms';

describe('The days of a warranty (R6)', () => {
  it('is counted from the sale where nobody recorded the installation: no date is no reason to pay', () => {
    const verdict = judge(NEVER_INSTALLED, undefined, { onDay: '2026-03-01' });
    expect(verdict).toMatchObject({
      state: 'in-warranty',
      labour: { percent: 100, reason: 'warranty', until: '2027-01-10' },
      travel: { percent: 0, reason: 'expired', until: '2026-01-10' },
    });
    expect(leavesOpen(verdict)).toBe(false);
  });

  it('covers a unit without an installation day from the sale on, and is counted from the months after delivery that its product says', () => {
    const delivered = {
      ...NEVER_INSTALLED,
      deliveredOn: '2025-02-05',
      special: { ...DEFAULT_SPECIAL_TERMS, undatedStartMonths: 6 },
    };
    expect(judge(delivered, undefined, { onDay: '2025-01-10' }).labour).toMatchObject({ reason: 'warranty' });
    expect(judge(delivered, undefined, { onDay: '2027-08-05' }).labour).toMatchObject({
      reason: 'warranty',
      until: '2027-08-05',
    });
    expect(judge(delivered, undefined, { onDay: '2027-08-06' }).labour).toMatchObject({ reason: 'expired' });
  });

  it.each([
    ['the sale', terms({ from: 'sale' }), '2025-01-09'],
    ['the installation', terms(), '2025-02-28'],
    ['the sale of a unit without an installation day', NEVER_INSTALLED, '2025-01-09'],
  ])('is a question for a person where the fault is older than %s', (_what, given, onDay) => {
    const verdict = judge(given, undefined, { onDay });
    expect(verdict).toMatchObject({ state: 'unknown', labour: { percent: 0, reason: 'not-begun' } });
    expect(leavesOpen(verdict)).toBe(true);
    const covered = judge(given, contract({ from: '2025-01-01', travel: 100 }), { onDay });
    expect(covered).toMatchObject({ state: 'in-warranty', labour: { percent: 100, reason: 'contract' } });
    expect(leavesOpen(covered)).toBe(false);
  });

  it('ends with the first owner where the product says so, and passes to the next where it does not', () => {
    const sold = terms({ transferredOn: '2025-09-30' });
    const kept = { ...sold, special: { ...DEFAULT_SPECIAL_TERMS, transferable: false } };
    expect(judge(sold, undefined, { onDay: '2025-10-01' }).state).toBe('in-warranty');
    expect(judge(kept, undefined, { onDay: '2025-09-30' }).state).toBe('in-warranty');
    expect(judge(kept, undefined, { onDay: '2025-10-01' })).toMatchObject({
      state: 'out-of-warranty',
      labour: { percent: 0, reason: 'transferred', until: '2025-09-30' },
    });
  });

  it.each([
    ['rest', 0, '2027-03-01'],
    ['own', 3, '2027-03-20'],
    ['longer', 2, '2027-03-01'],
    ['longer', 6, '2027-06-20'],
  ] as const)(
    'of a unit in the place of another is its %s term (%d months of its own)',
    (replacement, months, until) => {
      const replaced = terms({
        soldOn: '2026-12-20',
        special: { ...DEFAULT_SPECIAL_TERMS, replacement, replacementMonths: months },
        replaces: {
          serial: 'S-1',
          on: '2026-12-20',
          dates: { soldOn: '2025-01-10', installedOn: '2025-03-01' },
          terms: terms(),
        },
      });
      expect(judge(replaced, undefined, { onDay: until }).labour).toMatchObject({
        reason: 'warranty',
        until,
      });
      expect(judge(replaced, undefined, { onDay: '2026-12-19' }).labour.reason).toBe('not-begun');
      expect(judge(replaced, undefined, { onDay: until }).basis.replaces).toEqual({
        serial: 'S-1',
        on: '2026-12-20',
      });
    },
  );
});
