import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditLedger } from '../support/audit-ledger';
import { auditStock } from '../support/audit-stock';
import { type Fault, NONSENSE, type Nonsense } from '../support/faults';
import type { SkippingGround } from '../support/temporal';
import { realHarness, skippingHarness, type Harness } from '../support/workflow';
import { booksOf, EFFECT_NAMES, type EffectName, prepareEffect, settled } from './effects';
import { Errand, expectAgreement } from './errands';

const isNonsense = (name: string): name is Nonsense => Object.hasOwn(NONSENSE, name);
const KINDS_OF_NONSENSE = Object.keys(NONSENSE).filter(isNonsense);
const HOUR_MS = 3_600_000;

interface Outcome {
  readonly name: EffectName;
  readonly outcome: string;
  readonly isTriedAgain: boolean;
  readonly books: unknown;
}

/** Every effect, each in an errand of its own with the fault at it. `meanwhile`: what happens once all have been asked for. */
async function withFault(
  harness: Harness,
  faultOf: (nth: number) => Fault | undefined,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly Outcome[]> {
  const asked = await Promise.all(
    EFFECT_NAMES.map(async (name, nth) => {
      const fault = faultOf(nth);
      const errand = await Errand.begin(harness);
      const effect = await prepareEffect(errand, name);
      if (fault) harness.systems.faults.set(effect.key, fault);
      await effect.ask();
      return effect;
    }),
  );
  await meanwhile();
  const outcomes = await Promise.all(
    asked.map(async ({ name, errand, key, calls }) => {
      await settled(errand, calls);
      const { state } = await errand.inspect();
      const outcome = state.settled.find((one) => one.key === key)?.outcome;
      return {
        name,
        outcome: outcome?.ok ? 'done' : (outcome?.code ?? 'none'),
        isTriedAgain: harness.systems.faults.attemptsOf(key) > 1,
        books: await booksOf(harness, errand),
      };
    }),
  );
  await expectAgreement(harness, ...asked.map(({ errand }) => errand.id));
  return outcomes;
}

const all = (more: object): readonly object[] =>
  EFFECT_NAMES.map((name) => expect.objectContaining({ name, ...more }));
const booksIn = (outcomes: readonly Outcome[]): readonly unknown[] =>
  outcomes.map(({ name, books }) => ({ name, books }));

describe('at each effect', () => {
  let harness: Harness;
  let well: readonly Outcome[];
  beforeAll(async () => {
    harness = await realHarness();
    const patient = await harness.startWorker({ trialTimeoutMs: 15_000 });
    well = await withFault(harness, () => undefined);
    await patient.stop();
    await harness.startWorker();
  });
  afterAll(() => harness.close());

  it('a system that is well does what it is asked, at the first attempt', () => {
    expect(well).toEqual(all({ outcome: 'done', isTriedAgain: false }));
    expect(well.every(({ books }) => Array.isArray(books) && books.length > 0)).toBe(true);
  });

  it.each<readonly [string, (nth: number) => Fault | undefined]>([
    ['fails', () => 'fails'],
    ['does it and never answers', () => 'does it and never answers'],
    // Each effect meets one kind, and each kind several effects.
    ['talks nonsense', (nth) => KINDS_OF_NONSENSE[nth % KINDS_OF_NONSENSE.length]],
  ])('a system that once %s is asked again, and nothing is lost or done twice', async (_what, faultOf) => {
    const outcomes = await withFault(harness, faultOf);
    expect(outcomes).toEqual(all({ outcome: 'done', isTriedAgain: true }));
    expect(booksIn(outcomes)).toEqual(booksIn(well));
  });

  it('a system that refuses for good is not asked again, and the process is told why', async () => {
    const outcomes = await withFault(harness, () => 'refuses');
    expect(outcomes).toEqual(all({ outcome: 'SYSTEM.WILL_NOT', isTriedAgain: false }));
  });

  it('stock balances with its movements and the ledger with itself, whatever went wrong', async () => {
    expect(await auditStock(harness.database)).toEqual([]);
    expect(await auditLedger(harness.database)).toEqual([]);
  });
});

describe('systems that are away for an hour', () => {
  let harness: Harness<SkippingGround>;
  beforeAll(async () => {
    harness = await skippingHarness();
    await harness.startWorker();
  });
  afterAll(() => harness.close());

  it('are asked until they are back, and every effect is there once', async () => {
    const well = await withFault(harness, () => undefined);
    const from = await harness.ground.now();
    const outcomes = await withFault(
      harness,
      () => 'is away',
      async () => {
        await harness.ground.skip(HOUR_MS);
        harness.systems.faults.clear();
        // Time passes until the next attempt of each: at most five minutes.
        await harness.ground.skip(HOUR_MS / 10);
      },
    );
    expect(outcomes).toEqual(all({ outcome: 'done', isTriedAgain: true }));
    expect(booksIn(outcomes)).toEqual(booksIn(well));
    expect((await harness.ground.now()) - from).toBeGreaterThan(HOUR_MS);
    expect(await auditStock(harness.database)).toEqual([]);
    expect(await auditLedger(harness.database)).toEqual([]);
  });
});
