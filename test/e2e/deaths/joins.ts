import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import { chanceOf, type Chance } from '../../support/extremes';
import type { Caller } from '../support/caller';
import { batch, eventually, type Registered } from '../support/cases';
import type { Scene } from '../support/scene';
import { answered, isSettled, joinTo, PATIENCE_MS, read } from './merging';

const SEEDS = [1, 2, 3] as const;
const CASES = 6;

/** Merges of the cases: all end in one, by any path; some name each other. */
function joinsOf(
  cases: readonly Registered[],
  chance: Chance,
): readonly (readonly [Registered, Registered])[] {
  const order = shuffled(cases, chance);
  const tree = order.flatMap((one, n) => {
    const into = n === 0 ? undefined : order[chance(n)];
    return into ? [[one, into] as const] : [];
  });
  const [root] = order;
  const back = order[1 + chance(order.length - 1)];
  return shuffled([...tree, ...(root && back && chance(3) > 0 ? [[root, back] as const] : [])], chance);
}

function shuffled<T>(items: readonly T[], chance: Chance): readonly T[] {
  return items
    .map((item) => ({ item, at: chance(1_000_000) }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** As a clerk does: where the other case is joined to a third by then, to that one. */
async function join(clerk: Caller, own: Registered, into: string): Promise<void> {
  const { status, body } = await clerk.untilAnswered(batch(own.caseNumber, joinTo(into)));
  if (status !== 422) {
    // It may have been joined, or be about to be, by what was asked before.
    if (status !== 200 && status !== 409) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return;
  }
  const { joinedInto } = await read(clerk, into);
  if (joinedInto === null) throw new Error(`${into} is not there: ${JSON.stringify(body)}`);
  if (joinedInto !== own.caseNumber) await join(clerk, own, joinedInto);
}

/** Some cases, and the joins between them. */
interface Group {
  readonly cases: readonly Registered[];
  readonly joins: readonly (readonly [Registered, Registered])[];
}

export function joinsUnderDeaths(on: () => Scene): { readonly requests: number } {
  describe('Any joins of some cases, in any order, with a worker killed between', () => {
    const groups = new Map<number, Group>();

    const joined = async (seed: number): Promise<void> => {
      const { clerk } = on();
      const chance = chanceOf(seed * 7_919);
      const cases: Registered[] = [];
      for (let n = 0; n < CASES; n += 1) cases.push(await answered(clerk, `第 ${seed}.${n} 次`));
      const joins = joinsOf(cases, chance);
      groups.set(seed, { cases, joins });
      await Promise.all(
        joins.map(async ([own, into]) => {
          await sleep(chance(1_500));
          await join(clerk, own, into.caseNumber);
        }),
      );
    };

    beforeAll(async () => {
      const { system } = on();
      const everyGroup = SEEDS.map(joined);
      // The worker dies once every group is at its joins, and none is done.
      await eventually(
        () => Promise.resolve(groups.size),
        (begun) => begun === SEEDS.length,
      );
      await sleep(chanceOf(7_919)(700));
      await system.kill('worker');
      await system.startServices('worker');
      await Promise.all(everyGroup);
    }, 400_000);

    it.each(SEEDS.map((seed) => [seed]))(
      'end in one open case, where all requests can be read (%i)',
      async (seed) => {
        const { clerk } = on();
        const { cases, joins } = groups.get(seed) ?? { cases: [], joins: [] };
        const ended: CaseDetail[] = [];
        for (const { caseNumber } of cases)
          ended.push(await eventually(() => read(clerk, caseNumber), isSettled, PATIENCE_MS));
        const open = ended.filter(({ stage }) => stage !== 'joined').map(({ number }) => number);
        expect({ joins: joins.map((pair) => pair.map(({ caseNumber }) => caseNumber)), open }).toMatchObject({
          open: [expect.any(String)],
        });
        const [last = ''] = open;
        const { body } = await clerk.untilAnswered<{ items: { requestNumber: string; text: string }[] }>({
          method: 'GET',
          path: `/v1/cases/${last}/joined-requests?limit=20`,
        });
        const own = cases.find(({ caseNumber }) => caseNumber === last)?.number ?? '';
        expect([own, ...body.items.map(({ requestNumber }) => requestNumber)].sort()).toEqual(
          cases.map(({ number }) => number).sort(),
        );
        expect(body.items.every(({ text }) => text.length > 0)).toBe(true);
      },
      400_000,
    );
  });

  return { requests: SEEDS.length * CASES };
}
