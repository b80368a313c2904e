import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditLedger } from '../support/audit-ledger';
import { auditStock } from '../support/audit-stock';
import { Child, type Exit } from '../e2e/support/child';
import { freshId, realHarness, type Harness } from '../support/workflow';
import { booksOf, EFFECT_NAMES, prepareEffect, settled, type Prepared } from './effects';
import { Errand, expectAgreement } from './errands';

/**
 * Author of the call: the commit that requests it (ADR 32), or an activity of its own, when the commit had no
 * answer.
 */
const WAYS = ['tried with its commit', 'made by itself'] as const;
/**
 * Moments of a worker's death: the call is not made; made without an answer; answered, not written; written,
 * not confirmed.
 */
const MOMENTS = ['before the call', 'after the call', 'before its commit', 'after its commit'] as const;

interface Death {
  readonly way: (typeof WAYS)[number];
  readonly moment: (typeof MOMENTS)[number];
  /** Prefix of the selected errands' ids. */
  readonly prefix: string;
  effects: readonly Prepared[];
  exit?: Exit;
  /** Answers of the next worker, or lost: a death at its moment shows that all were requested. */
  answers?: Promise<unknown>;
}

const deaths: readonly Death[] = WAYS.flatMap((way) =>
  MOMENTS.map((moment) => ({ way, moment, prefix: freshId('errand'), effects: [] })),
);

let harness: Harness;
let well: readonly Prepared[];

beforeAll(async () => {
  harness = await realHarness();
  const healthy = await harness.startWorker();
  for (const death of deaths) death.effects = await prepared(death.prefix);
  well = await prepared('errand');
  await Promise.all(well.map((effect) => effect.ask()));
  await allSettled(well);
  await healthy.stop();
  for (const death of deaths) await die(death);
  await harness.startWorker();
  for (const { effects } of deaths) await allSettled(effects);
  for (const { answers } of deaths) await answers;
}, 400_000);
afterAll(() => harness.close());

const prepared = (prefix: string): Promise<readonly Prepared[]> =>
  Promise.all(
    EFFECT_NAMES.map(async (name) =>
      prepareEffect(await Errand.begin(harness, { processId: freshId(prefix) }), name),
    ),
  );

const allSettled = (effects: readonly Prepared[]) =>
  Promise.all(effects.map(({ errand, calls }) => settled(errand, calls)));

/** Every effect is asked for, and one worker dies with all of them at that moment. */
async function die(death: Death): Promise<void> {
  const { way, moment, prefix, effects } = death;
  const child = new Child({
    args: [
      '--require',
      'tsx/cjs',
      'test/workflow/worker-that-dies.ts',
      way,
      moment,
      prefix,
      String(effects.length),
    ],
    settings: harness.settings,
    onLine: () => undefined,
  });
  await child.line(/^ready$/);
  death.answers = Promise.allSettled(effects.map((effect) => effect.ask()));
  death.exit = await child.exited;
}

const booksIn = (effects: readonly Prepared[]) =>
  Promise.all(effects.map(async ({ name, errand }) => ({ name, books: await booksOf(harness, errand) })));

describe.each(deaths)('A worker that is killed at each effect, $way, $moment', (death) => {
  it('dies of nothing else', () => {
    expect(death.exit).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('leaves every effect done, once, in the books of both systems', async () => {
    expect(await booksIn(death.effects)).toEqual(await booksIn(well));
  });

  it('leaves every process knowing how its call ended, once', async () => {
    const outcomes = await Promise.all(
      death.effects.map(async ({ name, errand, key }) => {
        const settled = (await errand.inspect()).state.settled.filter((one) => one.key === key);
        return [name, settled.map(({ outcome }) => outcome.ok)];
      }),
    );
    expect(outcomes).toEqual(EFFECT_NAMES.map((name) => [name, [true]]));
  });

  it('leaves no difference between events, read model and workflows', async () => {
    await expectAgreement(harness, ...death.effects.map(({ errand }) => errand.id));
  });
});

it('Stock balances with its movements, and the ledger with itself, after all those deaths', async () => {
  expect(await auditStock(harness.database)).toEqual([]);
  expect(await auditLedger(harness.database)).toEqual([]);
});
