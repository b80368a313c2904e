import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SystemRefusal } from '../../systems/shared/errors';
import { aReservation, AT, fresh, totals, type PartsUnderTest, type Stocked } from './parts-fixture';
import { codeOf } from './refused';

const PROPERTY_TIMEOUT_MS = 60_000;

const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

const codeOfError = (error: unknown): string => (error instanceof SystemRefusal ? error.code : String(error));

type Step =
  | { readonly do: 'reserve'; readonly id: number; readonly board: number; readonly valve: number }
  | { readonly do: 'release'; readonly id: number }
  | { readonly do: 'issue'; readonly id: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('reserve' as const),
    id: fc.nat(3),
    board: fc.integer({ min: 1, max: 4 }),
    valve: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ do: fc.constant('release' as const), id: fc.nat(3) }),
  fc.record({ do: fc.constant('issue' as const), id: fc.nat(3) }),
);

/** Many at once, and any order of requests: no piece is promised twice or lost. Part of the parts contract. */
export const partsConcurrencyContract = (system: () => PartsUnderTest, stocked: Stocked): void => {
  describe('many at once', () => {
    it('reserves exactly ten of ten pieces where fifty ask at once', async () => {
      const [board = ''] = await stocked({ shanghai: 6, wuhan: 4 });
      const line = { partNumber: board, quantity: 1 };
      const answers = await Promise.allSettled(times(50, () => system().port.reserve(aReservation([line]))));
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
      const reasons = answers.flatMap((answer) =>
        answer.status === 'rejected' ? [codeOfError(answer.reason)] : [],
      );
      expect(new Set(reasons)).toEqual(new Set(['PARTS.OUT_OF_STOCK']));
      expect(await totals(system().port, board)).toEqual({ available: 0, reserved: 10 });
    });

    it('makes one reservation where twenty ask at once with one key', async () => {
      const [board = ''] = await stocked({ shanghai: 30 });
      const request = aReservation([{ partNumber: board, quantity: 1 }]);
      const answers = await Promise.all(times(20, () => system().port.reserve(request)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await totals(system().port, board)).toEqual({ available: 29, reserved: 1 });
    });

    it('serves reservations that name the same parts in opposite order', async () => {
      const [board = '', valve = ''] = await stocked({ shanghai: 40 }, { shanghai: 40 });
      const lines = [board, valve].map((partNumber) => ({ partNumber, quantity: 1 }));
      await Promise.all(
        times(40, (n) => system().port.reserve(aReservation(n % 2 === 0 ? lines : [...lines].reverse()))),
      );
      expect(await totals(system().port, board)).toEqual({ available: 0, reserved: 40 });
      expect(await totals(system().port, valve)).toEqual({ available: 0, reserved: 40 });
    });

    it('holds nothing where release and reserve of one id cross', async () => {
      const [board = ''] = await stocked({ shanghai: 25 });
      await Promise.all(
        times(25, async () => {
          const request = aReservation([{ partNumber: board, quantity: 1 }]);
          const release = { key: fresh('case:cancel'), reservationId: request.key, at: AT };
          const [reserve] = await Promise.allSettled([
            system().port.reserve(request),
            system().port.release(release),
          ]);
          if (reserve.status === 'rejected') expect(reserve.reason).toMatchObject({ code: 'PARTS.RELEASED' });
        }),
      );
      expect(await totals(system().port, board)).toEqual({ available: 25, reserved: 0 });
    });

    it('either issues or returns, never both, where the two cross', async () => {
      const [board = ''] = await stocked({ shanghai: 20 });
      const outcomes = await Promise.all(
        times(20, async () => {
          const { id } = await system().port.reserve(aReservation([{ partNumber: board, quantity: 1 }]));
          const [issue, release] = await Promise.allSettled([
            system().port.issue({ key: fresh('case:issue'), reservationId: id, at: AT }),
            system().port.release({ key: fresh('case:release'), reservationId: id, at: AT }),
          ]);
          if (release.status === 'rejected') throw release.reason;
          expect(release.value.state).toBe(issue.status === 'fulfilled' ? 'issued' : 'released');
          return issue.status;
        }),
      );
      const issued = outcomes.filter((status) => status === 'fulfilled').length;
      expect(await totals(system().port, board)).toEqual({ available: 20 - issued, reserved: 0 });
    });
  });

  describe('any order of requests, each sent twice', () => {
    it(
      'keeps free + reserved + issued = received, for every part',
      async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
            const [board = '', valve = ''] = await stocked({ shanghai: 3, wuhan: 3 }, { wuhan: 5 });
            const run = fresh('run');
            const perform = async (one: Step, n: number): Promise<unknown> => {
              const id = `${run}:${one.id}`;
              const end = { key: `${run}:end:${n}`, reservationId: id, at: AT };
              if (one.do === 'release') return system().port.release(end);
              if (one.do === 'issue') return system().port.issue(end);
              const lines = [board, valve].map((partNumber, m) => ({
                partNumber,
                quantity: m === 0 ? one.board : one.valve,
              }));
              return system().port.reserve(aReservation(lines, { key: id }));
            };
            const outcome = async (one: Step, n: number): Promise<string> =>
              perform(one, n).then(
                (answer) => JSON.stringify(answer),
                () => codeOf(perform(one, n)),
              );
            for (const [n, one] of steps.entries()) expect(await outcome(one, n)).toBe(await outcome(one, n));

            for (const [partNumber, received] of [
              [board, 6],
              [valve, 5],
            ] as const) {
              const { available, reserved } = await totals(system().port, partNumber);
              const held = { reserved: 0, issued: 0 };
              for (const number of [0, 1, 2, 3]) {
                const found = await system()
                  .port.reservation(`${run}:${number}`)
                  .catch(() => undefined);
                if (found === undefined || found.state === 'released' || found.state === 'shipped') continue;
                for (const pick of found.picks)
                  if (pick.partNumber === partNumber) held[found.state] += pick.quantity;
              }
              expect(reserved).toBe(held.reserved);
              expect(available + held.reserved + held.issued).toBe(received);
            }
            expect(await system().differences()).toEqual([]);
          }),
          { numRuns: 15 },
        );
      },
      PROPERTY_TIMEOUT_MS,
    );
  });
};
