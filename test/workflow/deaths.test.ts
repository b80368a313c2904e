import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditLedger } from '../../systems/finance/audit';
import { auditStock } from '../../systems/parts/audit';
import { Child, type Exit } from '../e2e/support/child';
import { freshId, realHarness, type Harness } from '../support/workflow';
import { booksOf, EFFECT_NAMES, prepareEffect, settled, type Prepared } from './effects';
import { Errand, expectAgreement } from './errands';

/** Where a worker dies: the call is not made; made, and nobody has heard of it; heard, and not written; written, and not told. */
const MOMENTS = ['before the call', 'after the call', 'before its commit', 'after its commit'] as const;
type Moment = (typeof MOMENTS)[number];

let harness: Harness;
const ready = new Map<Moment | 'never', readonly Prepared[]>();
const exits = new Map<Moment, Exit>();
const effectsAt = (moment: Moment | 'never'): readonly Prepared[] => ready.get(moment) ?? [];
const prefixes = new Map(MOMENTS.map((moment) => [moment, freshId('errand')]));

beforeAll(async () => {
  harness = await realHarness();
  const healthy = await harness.startWorker();
  for (const moment of [...MOMENTS, 'never'] as const)
    ready.set(
      moment,
      await Promise.all(
        EFFECT_NAMES.map(async (name) => {
          const prefix = moment === 'never' ? 'errand' : prefixes.get(moment);
          const errand = await Errand.begin(harness, { processId: freshId(prefix ?? '') });
          return prepareEffect(errand, name);
        }),
      ),
    );
  await Promise.all(effectsAt('never').map((effect) => effect.ask()));
  await Promise.all(effectsAt('never').map(({ errand, calls }) => settled(errand, calls)));
  await healthy.stop();
  for (const moment of MOMENTS) exits.set(moment, await dieAt(moment));
  await harness.startWorker();
  for (const moment of MOMENTS)
    await Promise.all(effectsAt(moment).map(({ errand, calls }) => settled(errand, calls)));
}, 400_000);
afterAll(() => harness.close());

/** Every effect is asked for, and one worker dies with all of them at that moment. */
async function dieAt(moment: Moment): Promise<Exit> {
  const count = String(EFFECT_NAMES.length);
  const child = new Child({
    args: [
      '--require',
      'tsx/cjs',
      'test/workflow/worker-that-dies.ts',
      moment,
      prefixes.get(moment) ?? '',
      count,
    ],
    settings: harness.settings,
    onLine: () => undefined,
  });
  await child.line(/^ready$/);
  await Promise.all(effectsAt(moment).map((effect) => effect.ask()));
  return child.exited;
}

const booksAt = (moment: Moment | 'never') =>
  Promise.all(
    effectsAt(moment).map(async ({ name, errand }) => ({ name, books: await booksOf(harness, errand) })),
  );

describe.each(MOMENTS)('A worker that is killed at each effect, %s', (moment) => {
  it('dies of nothing else', () => {
    expect(exits.get(moment)).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('leaves every effect done, once, in the books of both systems', async () => {
    expect(await booksAt(moment)).toEqual(await booksAt('never'));
  });

  it('leaves every process knowing how its call ended, once', async () => {
    const outcomes = await Promise.all(
      effectsAt(moment).map(async ({ name, errand, key }) => {
        const told = (await errand.inspect()).state.settled.filter((one) => one.key === key);
        return [name, told.map(({ outcome }) => outcome.ok)];
      }),
    );
    expect(outcomes).toEqual(EFFECT_NAMES.map((name) => [name, [true]]));
  });

  it('leaves no difference between events, read model and workflows', async () => {
    await expectAgreement(harness, ...effectsAt(moment).map(({ errand }) => errand.id));
  });
});

it('Stock balances with its movements, and the ledger with itself, after all those deaths', async () => {
  expect(await auditStock(harness.database)).toEqual([]);
  expect(await auditLedger(harness.database)).toEqual([]);
});
