import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contractOn, judge, judgeUnit } from '../../../../domain/entitlement/judge';
import { COVERAGE_ITEMS } from '../../../../domain/entitlement/terms';
import { contract, NEVER_INSTALLED, terms } from './terms';

describe('What a customer is entitled to (R6)', () => {
  it('is the share of each for as long as its own term runs, the last day included', () => {
    expect(judge(terms(), undefined, { onDay: '2026-03-01' })).toMatchObject({
      state: 'in-warranty',
      labour: { percent: 100, reason: 'warranty', until: '2027-03-01' },
      parts: { percent: 50, reason: 'warranty', until: '2028-03-01' },
      travel: { percent: 100, reason: 'warranty', until: '2026-03-01' },
    });
    expect(judge(terms(), undefined, { onDay: '2027-03-02' })).toMatchObject({
      state: 'in-warranty',
      labour: { percent: 0, reason: 'expired', until: '2027-03-01' },
      parts: { percent: 50, reason: 'warranty' },
      travel: { percent: 0, reason: 'expired', until: '2026-03-01' },
    });
    expect(judge(terms(), undefined, { onDay: '2028-03-02' }).state).toBe('out-of-warranty');
  });

  it('runs from the sale where the product says so, and from the installation where it says that', () => {
    expect(judge(terms({ from: 'sale' }), undefined, { onDay: '2025-06-01' }).labour.until).toBe(
      '2027-01-10',
    );
    expect(judge(terms(), undefined, { onDay: '2025-06-01' }).labour.until).toBe('2027-03-01');
  });

  it('from the sale does not ask for the installation', () => {
    expect(judge({ ...NEVER_INSTALLED, from: 'sale' }, undefined, { onDay: '2026-01-10' }).state).toBe(
      'in-warranty',
    );
  });

  it('leaves out what the terms leave out', () => {
    const none = terms({ travel: { percent: 0, months: 24 }, parts: { percent: 100, months: 0 } });
    expect(judge(none, undefined, { onDay: '2025-03-01' })).toMatchObject({
      parts: { percent: 0, reason: 'not-in-terms' },
      travel: { percent: 0, reason: 'not-in-terms' },
    });
  });

  it('ends where the cause is excluded on that day, and only then', () => {
    expect(judge(terms(), undefined, { onDay: '2026-03-01', cause: 'misuse' })).toMatchObject({
      state: 'out-of-warranty',
      labour: { percent: 0, reason: 'excluded-cause', source: 'misuse' },
      parts: { percent: 0, reason: 'excluded-cause', source: 'misuse' },
      basis: { cause: 'misuse' },
    });
    expect(judge(terms(), undefined, { onDay: '2026-12-31', cause: 'misuse' }).state).toBe('out-of-warranty');
    expect(judge(terms(), undefined, { onDay: '2027-01-01', cause: 'misuse' }).state).toBe('in-warranty');
    expect(judge(terms(), undefined, { onDay: '2026-03-01', cause: 'material' }).state).toBe('in-warranty');
  });

  it('does not hold for parts that wear, by their number or by their class', () => {
    const verdict = judge(terms(), undefined, { onDay: '2026-03-01', parts: ['SP-11075', 'SP-81001'] });
    expect(verdict).toMatchObject({
      state: 'in-warranty',
      labour: { percent: 100 },
      parts: { percent: 0, reason: 'wear-part' },
      lines: [
        { partNumber: 'SP-11075', percent: 0, reason: 'wear-part' },
        { partNumber: 'SP-81001', percent: 0, reason: 'wear-part' },
      ],
    });
  });

  it('tells the parts apart, and one that wears does not make the others wear', () => {
    const verdict = judge(terms(), undefined, { onDay: '2026-03-01', parts: ['SP-11075', 'SP-41001'] });
    expect(verdict.parts).toEqual({ percent: 50, reason: 'warranty', until: '2028-03-01' });
    expect(verdict.lines.map(({ percent }) => percent)).toEqual([0, 50]);
  });
});

describe('A service contract on the unit', () => {
  it('adds what the warranty does not cover, and takes nothing from it', () => {
    expect(judge(terms(), contract(), { onDay: '2026-06-01' })).toMatchObject({
      labour: { percent: 100, reason: 'warranty' },
      parts: { percent: 80, reason: 'contract', source: 'SV-1', until: '2028-12-31' },
      travel: { percent: 0, reason: 'expired' },
      basis: { contract: { number: 'SV-1', from: '2026-01-01', to: '2028-12-31' } },
    });
    expect(judge(terms(), contract({ parts: 30 }), { onDay: '2026-06-01' }).parts).toMatchObject({
      percent: 50,
      reason: 'warranty',
    });
  });

  it.each([
    ['2025-12-31', 50],
    ['2026-01-01', 80],
    ['2028-12-31', 80],
    ['2029-01-01', 0],
  ])('counts from its first day to its last: on %s parts are covered by %d percent', (onDay, percent) => {
    expect(judge(terms(), contract(), { onDay }).parts.percent).toBe(percent);
  });

  it('covers an excluded cause or a wear part only where it says so', () => {
    const misuse = { onDay: '2026-06-01', cause: 'misuse' };
    const filter = { onDay: '2026-06-01', parts: ['SP-11075'] };
    expect(judge(terms(), contract(), misuse).labour.reason).toBe('excluded-cause');
    expect(judge(terms(), contract({ causes: ['misuse'] }), misuse).labour.reason).toBe('contract');
    expect(judge(terms(), contract(), filter).parts.reason).toBe('wear-part');
    expect(judge(terms(), contract({ wearParts: true }), filter).parts).toMatchObject({
      percent: 80,
      reason: 'contract',
    });
  });

  it('is the one in force on the day', () => {
    const [earlier, later] = [
      contract({ to: '2026-06-30' }),
      contract({ number: 'SV-2', from: '2026-07-01' }),
    ];
    expect(contractOn([earlier, later], '2026-06-30')?.number).toBe('SV-1');
    expect(contractOn([earlier, later], '2026-07-01')?.number).toBe('SV-2');
    expect(contractOn([earlier, later], '2025-12-31')).toBeUndefined();
    const facts = { readOn: '2026-07-01', warranty: terms(), contracts: [earlier, later] };
    expect(judgeUnit(facts, { onDay: '2026-07-01' }).parts.source).toBe('SV-2');
  });
});

describe('Whatever the terms', () => {
  const day = fc
    .integer({ min: 9_000, max: 23_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
  const term = fc.record({
    percent: fc.integer({ min: 0, max: 100 }),
    months: fc.integer({ min: 0, max: 120 }),
  });
  const anyTerms = fc
    .record({
      labour: term,
      parts: term,
      travel: term,
      soldOn: day,
      installedOn: day,
      from: fc.constantFrom('sale', 'installation'),
    })
    .map((drawn) => terms(drawn));
  const anyContract = fc
    .record({
      from: day,
      to: day,
      labour: fc.nat(100),
      parts: fc.nat(100),
      travel: fc.nat(100),
      wearParts: fc.boolean(),
    })
    .map((drawn) => contract(drawn));
  const circumstances = fc.record(
    {
      onDay: day,
      cause: fc.constantFrom('misuse', 'material'),
      parts: fc.subarray(['SP-11075', 'SP-41001', 'SP-81001']),
    },
    { requiredKeys: ['onDay'] },
  );

  it('a contract never makes it less, and an excluded cause never more', () => {
    fc.assert(
      fc.property(anyTerms, anyContract, circumstances, (its, one, facts) => {
        const plain = judge(its, undefined, facts);
        const contracted = judge(its, one, facts);
        const misused = judge(its, one, { ...facts, cause: 'misuse' });
        for (const item of COVERAGE_ITEMS) {
          expect(contracted[item].percent).toBeGreaterThanOrEqual(plain[item].percent);
          if (facts.cause !== 'misuse')
            expect(misused[item].percent).toBeLessThanOrEqual(contracted[item].percent);
        }
      }),
    );
  });

  it('what is not covered has a reason, and what is covered one of two', () => {
    fc.assert(
      fc.property(anyTerms, anyContract, circumstances, (its, one, facts) => {
        const verdict = judge(its, one, facts);
        for (const item of COVERAGE_ITEMS) {
          const { percent, reason } = verdict[item];
          expect(['warranty', 'contract'].includes(reason)).toBe(percent > 0);
        }
        expect(verdict.state === 'in-warranty').toBe(
          COVERAGE_ITEMS.some((item) => verdict[item].percent > 0),
        );
      }),
    );
  });
});
