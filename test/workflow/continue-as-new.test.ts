import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExecuteResult } from '../../domain/process/protocol';
import { RUN_LIMITS } from '../../domain/process/run-limits';
import { freshId, realHarness, type Harness, type RunningWorker } from '../support/workflow';
import { command, Errand, eventTypes, expectAgreement, note, runsOf } from './errands';

const LANES = 5;

/** Several clients at once, each with one batch after another. */
async function inLanes<T>(batches: readonly T[], send: (batch: T) => Promise<unknown>): Promise<void> {
  const waiting = batches.values();
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (const batch of waiting) await send(batch);
    }),
  );
}

describe('a process that continues as new', () => {
  let harness: Harness;
  let worker: RunningWorker;
  beforeAll(async () => {
    harness = await realHarness();
    worker = await harness.startWorker();
  });
  afterAll(() => harness.close());

  it('knows the commands of earlier runs', async () => {
    const errand = await Errand.begin(harness, { updatesPerRun: 2 });
    for (const id of ['a', 'b', 'c', 'd', 'e']) await errand.give(note(id, id));

    expect(await errand.give(note('a', 'a'))).toEqual({ seq: 5, duplicate: true });
    expect(await errand.give(note('e', 'e'), note('f', 'f'))).toEqual({ seq: 6, duplicate: false });
    expect(await errand.ask([note('g')], { expectedSeq: 5 })).toMatchObject({ kind: 'refused' });

    expect((await runsOf(harness, errand.id)).length).toBeGreaterThan(2);
    expect((await errand.inspect()).state.notes).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    await expectAgreement(harness, errand.id);
  });

  it('carries a call under way and what undoes it', async () => {
    const errand = await Errand.begin(harness, { updatesPerRun: 2 });
    harness.systems.partsGate.shut();
    const call = 'reserveParts';
    const input = { reference: 'SC-1', lines: [{ partNumber: 'FILTER-1', quantity: 1 }] };
    await errand.give(
      command({ type: 'call', data: { call, input, undo: { call: 'releaseParts', input: {} } } }),
    );
    while (harness.systems.partsGate.queue === 0) await sleep(20);
    await errand.give(note('one'));
    await errand.give(note('two'));
    expect((await errand.inspect()).pendingCalls).toEqual([`${errand.id}:1:0`]);
    harness.systems.partsGate.open();
    await errand.until(({ state }) => state.settled.length === 1);

    await errand.give(command({ type: 'takeBack', data: {} }));

    const { state } = await errand.until((seen) => seen.state.settled.length === 2);
    expect(state.settled.map(({ key, outcome }) => [key, outcome.ok])).toEqual([
      [`${errand.id}:1:0`, true],
      [`${errand.id}:1:0:undo`, true],
    ]);
    expect((await runsOf(harness, errand.id)).length).toBeGreaterThan(1);
    const moved = await harness.database.stockMovement.findMany({
      where: { reservationId: `${errand.id}:1:0` },
    });
    expect(moved).toHaveLength(2);
    await expectAgreement(harness, errand.id);
  });

  it('keeps its promises when no worker was there as they fell due', async () => {
    const errand = await Errand.begin(harness, { updatesPerRun: 2 });
    const fixedDueAt = new Date(Date.now() + 1_500).toISOString();
    await errand.give(command({ type: 'ask', data: { fixedDueAt } }));
    for (const text of ['one', 'two']) await errand.give(note(text));
    await worker.stop();
    await sleep(Math.max(0, Date.parse(fixedDueAt) - Date.now()) + 100);
    worker = await harness.startWorker({ maxCachedWorkflows: 0 });

    await errand.until(({ deadlines }) => deadlines[0]?.step.kind === 'escalate');
    const fired = (await errand.stored()).map(({ type }) => type).filter((type) => type.startsWith('Clock'));
    expect(fired).toEqual(['ClockStarted', 'ClockWarned', 'ClockWarned', 'ClockBreached']);
    await expectAgreement(harness, errand.id);
  });

  it('has little to replay after a restart, however much has happened', async () => {
    const processId = freshId('errand');
    expect(await harness.processes.start('errand', { processId })).toMatchObject({ kind: 'done' });
    const errand = new Errand(harness, processId);
    const batches = Array.from({ length: 250 }, (_, n) =>
      Array.from({ length: 6 }, (__, m) => note(`${n}-${m}`, `${n}-${m}`)),
    );
    await inLanes(batches, (batch) => errand.give(...batch));
    await worker.stop();
    worker = await harness.startWorker();
    expect(await errand.give(note('after the restart'))).toMatchObject({ seq: 1_501 });
    const updates = (await runsOf(harness, processId)).map(
      (run) => eventTypes(run).filter((type) => type === 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED').length,
    );
    expect(updates.length).toBeGreaterThan(2);
    // A full run still takes the updates that had arrived by then.
    expect(Math.max(...updates)).toBeLessThanOrEqual(RUN_LIMITS.updatesPerRun + 10);
    await expectAgreement(harness, processId);
  }, 300_000);

  it('takes three thousand commands in runs of its own, each once, none lost', async () => {
    const errand = await Errand.begin(harness, { updatesPerRun: 20 });
    const [batches, batchSize] = [120, 25];
    const ids = Array.from({ length: batches }, (_, batch) =>
      Array.from({ length: batchSize }, (__, n) => `${batch}-${n}`),
    );
    /** Sends a batch until an answer comes: a busy machine may take longer than a client waits. */
    const heard = async (batch: readonly string[]): Promise<ExecuteResult> => {
      for (let attempt = 1; ; attempt += 1) {
        const answer = await errand.ask(batch.map((id) => note(id, id)));
        if (answer.kind === 'unknown') continue;
        if (answer.kind !== 'done') throw new Error(`${errand.id} answered ${JSON.stringify(answer)}`);
        if (attempt === 1) expect(answer.result.duplicate).toBe(false);
        return answer.result;
      }
    };
    await inLanes(ids, async (batch) => {
      const given = await heard(batch);
      // A client that did not hear the answer sends it again.
      if (given.seq % 500 === 0)
        expect(await errand.give(...batch.map((id) => note(id, id)))).toMatchObject({ duplicate: true });
    });

    const stored = await errand.stored();
    expect(stored.map(({ seq }) => seq)).toEqual(Array.from({ length: 3_000 }, (_, n) => n + 1));
    expect(new Set(stored.map(({ commandId }) => commandId))).toEqual(new Set(ids.flat()));
    const runs = await runsOf(harness, errand.id);
    expect(runs.length).toBeGreaterThan(1);
    expect(runs.flatMap(eventTypes)).not.toContain('WORKFLOW_TASK_FAILED');
    await expectAgreement(harness, errand.id);
  }, 600_000);
});
