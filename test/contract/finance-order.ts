import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SystemRefusal } from '../../systems/shared/errors';
import { anEntry, aReversal, fresh, transfer, type FinanceUnderTest } from './finance-fixture';

const EXPENSES = ['parts-cost', 'labour-cost', 'travel-cost', 'transport-cost'] as const;
const REVENUES = ['service-revenue', 'parts-revenue'] as const;

const PROPERTY_TIMEOUT_MS = 60_000;

type Step =
  | { readonly do: 'cost' | 'income'; readonly account: string; readonly cents: number; readonly id: number }
  | { readonly do: 'reverse'; readonly id: number };

const cents = fc.integer({ min: 1, max: 1_000_000_000 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('cost' as const),
    account: fc.constantFrom(...EXPENSES),
    cents,
    id: fc.nat(5),
  }),
  fc.record({
    do: fc.constant('income' as const),
    account: fc.constantFrom(...REVENUES),
    cents,
    id: fc.nat(5),
  }),
  fc.record({ do: fc.constant('reverse' as const), id: fc.nat(5) }),
);

/** Many at once, and any order of requests: the ledger stays balanced and says what was done. Part of the finance contract. */
export const financeOrderContract = (system: () => FinanceUnderTest): void => {
  const settle = (call: Promise<unknown>): Promise<string> =>
    call.then(
      () => 'done',
      (error: unknown) => (error instanceof SystemRefusal ? error.code : `failed: ${String(error)}`),
    );

  describe('many at once', () => {
    it('posts once where twenty ask at once with one key', async () => {
      const request = anEntry();
      await Promise.all(Array.from({ length: 20 }, () => system().port.post(request)));
      expect((await system().port.caseBalance(request.reference)).totals).toMatchObject([
        { costCents: 128_050 },
      ]);
    });

    it('leaves nothing where posting and reversal of one entry cross', async () => {
      const reference = fresh('SC-2026');
      const outcomes = await Promise.all(
        Array.from({ length: 25 }, async () => {
          const request = anEntry({ reference });
          const [posted, reversed] = await Promise.all([
            settle(system().port.post(request)),
            settle(system().port.reverse(aReversal(request.key))),
          ]);
          expect(reversed).toBe('done');
          return posted;
        }),
      );
      expect(outcomes.filter((outcome) => outcome !== 'done' && outcome !== 'FINANCE.REVERSED')).toEqual([]);
      const { totals } = await system().port.caseBalance(reference);
      expect(totals.filter(({ costCents }) => costCents !== 0)).toEqual([]);
    });

    it('mirrors once where ten reverse one entry at once', async () => {
      const request = anEntry();
      await system().port.post(request);
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => system().port.reverse(aReversal(request.key))),
      );
      expect(new Set(answers.map(({ mirrorId }) => mirrorId)).size).toBe(1);
      expect((await system().port.caseBalance(request.reference)).totals).toMatchObject([{ costCents: 0 }]);
    });
  });

  describe('any order of requests, each sent twice', () => {
    it(
      'keeps the books balanced and the case’s totals those of its standing entries',
      async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
            const run = fresh('run');
            const standing = new Map<string, { cost: number; revenue: number }>();
            const reversed = new Set<string>();
            for (const [n, one] of steps.entries()) {
              const key = `${run}:${one.id}`;
              if (one.do === 'reverse') {
                const reversal = aReversal(key, `${run}:undo:${n}`);
                expect(await system().port.reverse(reversal)).toEqual(await system().port.reverse(reversal));
                standing.delete(key);
                reversed.add(key);
                continue;
              }
              const lines =
                one.do === 'cost'
                  ? transfer(one.account, 'accrued-cost', one.cents)
                  : transfer('receivable', one.account, one.cents);
              const request = anEntry({ key, reference: run, lines });
              const first = await settle(system().port.post(request));
              expect(await settle(system().port.post(request))).toBe(first);
              if (first !== 'done') continue;
              if (reversed.has(key)) continue; // A repeat of the very same posting, answered as when it was made.
              standing.set(key, {
                cost: one.do === 'cost' ? one.cents : 0,
                revenue: one.do === 'income' ? one.cents : 0,
              });
            }
            const { totals } = await system().port.caseBalance(run);
            const sum = (of: 'cost' | 'revenue') =>
              [...standing.values()].reduce((total, entry) => total + entry[of], 0);
            expect(totals[0]?.costCents ?? 0).toBe(sum('cost'));
            expect(totals[0]?.revenueCents ?? 0).toBe(sum('revenue'));
            expect(totals[0]?.profitCents ?? 0).toBe(sum('revenue') - sum('cost'));
            expect(await system().differences()).toEqual([]);
          }),
          { numRuns: 30 },
        );
      },
      PROPERTY_TIMEOUT_MS,
    );
  });
};
