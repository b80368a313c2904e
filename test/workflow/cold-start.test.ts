import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { realHarness, type Harness, type RunningWorker } from '../support/workflow';
import { command, Errand, eventTypes, expectAgreement, note } from './errands';

/** Long enough for what was sent to be at the server when the worker comes. */
const ON_ITS_WAY_MS = 500;

describe('a worker finds things waiting', () => {
  let harness: Harness;
  let worker: RunningWorker;
  const startWorker = async (): Promise<void> => {
    worker = await harness.startWorker({ maxCachedWorkflows: 0 });
  };
  beforeAll(async () => {
    harness = await realHarness();
    await startWorker();
  });
  afterAll(() => harness.close());
  beforeEach(() => worker.stop());

  it('commands that came before the first task are decided after the first command', async () => {
    const errand = await Errand.begin(harness, { first: note('first', 'first') });
    const answers = Promise.all([errand.give(note('second')), errand.give(note('third'))]);
    await errand.refresh();
    await sleep(ON_ITS_WAY_MS);
    await startWorker();

    expect((await answers).map(({ seq }) => seq).toSorted()).toEqual([2, 3]);
    expect((await errand.inspect()).state.notes[0]).toBe('first');
    await expectAgreement(harness, errand.id);
  });

  it('a refresh and commands that came together replay as they were', async () => {
    await startWorker();
    const errand = await Errand.begin(harness);
    // The first task, from which nothing follows: in a replay it stands alone, a cold worker takes it together with the next.
    await errand.inspect();
    await worker.stop();
    const input = { reference: 'SC-1', lines: [{ partNumber: 'FILTER-1', quantity: 1 }] };
    const answers = Promise.all([
      errand.give(command({ type: 'call', data: { call: 'reserveParts', input } })),
      errand.give(note('two')),
    ]);
    await sleep(ON_ITS_WAY_MS);
    await errand.refresh();
    await startWorker();

    expect((await answers).map(({ seq }) => seq).toSorted()).toEqual([1, 2]);
    await errand.until(({ state }) => state.settled.length === 1);
    await errand.give(note('three'));
    expect(eventTypes(await errand.history())).not.toContain('WORKFLOW_TASK_FAILED');
    await expectAgreement(harness, errand.id);
  });

  it('an empty process that was told to refresh goes on', async () => {
    const errand = await Errand.begin(harness);
    await errand.refresh();
    await startWorker();
    expect(await errand.give(note('one'))).toEqual({ seq: 1, duplicate: false });
    await expectAgreement(harness, errand.id);
  });
});
