import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '@temporalio/client';
import { Registry } from 'prom-client';
import { EncryptionCodec, newCodecKey, parseCodecKeys } from '../../platform/codec';
import { createLogger } from '../../platform/logger';
import { PROCESS_KINDS } from '../../activities/processes';
import { registerStart } from '../../platform/process-starter';
import { Reviver } from '../../worker/reviver';
import { Sweeper } from '../../worker/sweeper';
import { KINDS, realHarness, type Harness } from '../support/workflow';
import { command, Errand, expectAgreement, note, runsOf } from './errands';

describe('A process of any type whose start was registered', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await realHarness();
    await harness.startWorker();
  });
  afterAll(() => harness.close());

  it('is started by the sweeper that has it in its registry, and left by one that has not', async () => {
    const { database, processes } = harness;
    const tools = { database, processes, logger: createLogger('worker', 'silent') };
    const start = { processId: 'ERRAND-1', first: note('begun', 'first') };
    await registerStart(database, 'errand', start, new Date(Date.now() - 60_000));

    expect(await new Sweeper(tools, PROCESS_KINDS).sweep()).toBe(0);
    expect(await new Sweeper(tools, KINDS).sweep()).toBe(1);

    const errand = new Errand(harness, 'ERRAND-1');
    expect(await errand.give(note('two'))).toMatchObject({ seq: 2 });
    expect((await errand.inspect()).state.notes).toEqual(['begun', 'two']);
    expect(await database.processStart.count({ where: { startedAt: null } })).toBe(0);
    await expectAgreement(harness, errand.id);
  });
});

describe('A workflow that Temporal has ended or lost', () => {
  let harness: Harness;
  const registry = new Registry();
  let reviver: Reviver;
  const reviverOf = (own?: Registry): Reviver => {
    const { database, processes } = harness;
    const logger = createLogger('worker', 'silent');
    // A minute later: what was just now at work counts as quiet.
    return new Reviver(
      { database, processes, logger, ...(own && { registry: own }) },
      KINDS,
      () => Date.now() + 60_000,
    );
  };
  beforeAll(async () => {
    harness = await realHarness();
    await harness.startWorker();
    reviver = reviverOf(registry);
  });
  afterAll(() => harness.close());

  const handleOf = ({ id }: Errand) => harness.ground.client.workflow.getHandle(id);
  const terminate = (errand: Errand) => handleOf(errand).terminate('by hand');
  const lose = async (errand: Errand): Promise<void> => {
    const { workflowService, options } = harness.ground.client;
    const execution = { workflowId: errand.id };
    await workflowService.deleteWorkflowExecution({
      namespace: options.namespace,
      workflowExecution: execution,
    });
    for (;;) {
      if ((await harness.processes.look(errand.id)).kind === 'not-running') return;
      await sleep(50);
    }
  };

  it.each([
    ['terminated', terminate],
    ['deleted', lose],
  ])('%s: is started again from PostgreSQL by the running system, and goes on', async (_how, end) => {
    const errand = await Errand.begin(harness);
    await errand.give(note('one', 'one'));
    await errand.give(note('two'));
    await end(errand);
    expect(await errand.ask([note('lost')])).toMatchObject({ kind: 'not-running' });

    expect(await reviver.sweep()).toBe(1);

    expect(await errand.give(note('three'))).toMatchObject({ seq: 3 });
    expect(await errand.give(note('one', 'one'))).toMatchObject({ duplicate: true });
    expect((await errand.inspect()).state.notes).toEqual(['one', 'two', 'three']);
    expect(await reviver.sweep()).toBe(0);
    await expectAgreement(harness, errand.id);
  });

  it('makes the calls that were under way again, once, and keeps its promises', async () => {
    const errand = await Errand.begin(harness);
    harness.systems.partsGate.shut();
    const input = { reference: 'SC-1', lines: [{ partNumber: 'FILTER-1', quantity: 1 }] };
    await errand.give(
      command({
        type: 'call',
        data: { call: 'reserveParts', input, undo: { call: 'releaseParts', input: {} } },
      }),
    );
    const fixedDueAt = new Date(Date.now() + 2_000).toISOString();
    await errand.give(command({ type: 'ask', data: { fixedDueAt } }));
    await terminate(errand);
    harness.systems.partsGate.open();

    expect(await reviver.sweep()).toBe(1);

    await errand.until(({ state, pendingCalls }) => state.settled.length === 1 && pendingCalls.length === 0);
    await errand.until(({ deadlines }) => deadlines[0]?.step.kind === 'escalate');
    const key = `${errand.id}:1:0`;
    expect(await harness.database.stockMovement.count({ where: { reservationId: key } })).toBe(1);
    // And can still be taken back.
    await errand.give(command({ type: 'takeBack', data: {} }));
    await errand.until(({ state }) => state.settled.length === 2);
    expect(await harness.database.stockMovement.count({ where: { reservationId: key } })).toBe(2);
    await expectAgreement(harness, errand.id);
  });

  it('that had ended, and still owed a call, is started for that call alone', async () => {
    const [owing, done] = [await Errand.begin(harness), await Errand.begin(harness)];
    harness.systems.partsGate.shut();
    const input = { reference: 'SC-2', lines: [{ partNumber: 'FILTER-1', quantity: 1 }] };
    await owing.give(
      command({ type: 'call', data: { call: 'reserveParts', input } }),
      command({ type: 'finish', data: {} }),
    );
    await terminate(owing);
    await done.give(command({ type: 'finish', data: {} }));
    await handleOf(done).result();
    await lose(done);
    harness.systems.partsGate.open();

    expect(await reviver.sweep()).toBe(1);

    await handleOf(owing).result();
    const key = `${owing.id}:1:0`;
    expect(await harness.database.stockMovement.count({ where: { reservationId: key } })).toBe(1);
    expect(await reviver.sweep()).toBe(0);
    expect(await harness.processes.look(done.id)).toEqual({ kind: 'not-running' });
    await expectAgreement(harness, owing.id);
  });

  it('is started once by two workers that notice it at once', async () => {
    const errand = await Errand.begin(harness);
    await errand.give(note('one'));
    await terminate(errand);
    await Promise.all([reviverOf().sweep(), reviverOf().sweep(), reviverOf().sweep()]);
    expect(await errand.give(note('two'))).toMatchObject({ seq: 2 });
    expect(await runsOf(harness, errand.id)).toHaveLength(1);
    await expectAgreement(harness, errand.id);
  });

  it('and has more on record than one result holds, learns all of it page by page', async () => {
    const errand = await Errand.begin(harness);
    const ids = Array.from({ length: 700 }, (_, n) => `many-${n}`);
    for (let from = 0; from < ids.length; from += 100)
      await errand.give(...ids.slice(from, from + 100).map((id) => note(id.repeat(60), id)));
    await terminate(errand);
    expect(await harness.processes.restart('errand', { processId: errand.id })).toMatchObject({
      kind: 'done',
    });
    expect(await errand.give(note('last'))).toMatchObject({ seq: 701 });
    await expectAgreement(harness, errand.id);
  });

  it('but that cannot run is noticed, counted, and left to people', async () => {
    const errand = await Errand.begin(harness);
    await errand.give(note('one'));
    await terminate(errand);
    const { connection, options } = harness.ground.client;
    const foreign = new Client({
      connection,
      namespace: options.namespace,
      dataConverter: { payloadCodecs: [new EncryptionCodec(parseCodecKeys(newCodecKey()))] },
    });
    // Its key is awaited: each attempt at its task fails.
    await foreign.workflow.start('errand', {
      workflowId: errand.id,
      taskQueue: 'aftercare',
      args: [{ processId: errand.id }],
      workflowTaskTimeout: '1 second',
    });
    for (;;) {
      const seen = await harness.processes.look(errand.id);
      if (seen.kind === 'done' && seen.result.taskAttempt >= 5) break;
      await sleep(200);
    }
    expect(await reviver.sweep()).toBe(0);
    expect(await registry.metrics()).toMatch(/aftercare_processes_stuck 1/);
    // Somebody terminates it: it is started from what PostgreSQL has.
    await terminate(errand);
    expect(await reviver.sweep()).toBe(1);
    expect(await errand.give(note('two'))).toMatchObject({ seq: 2 });
    await reviver.sweep();
    expect(await registry.metrics()).toMatch(/aftercare_processes_stuck 0/);
    expect(await registry.metrics()).toMatch(/aftercare_processes_restarted_total [1-9]/);
    await expectAgreement(harness, errand.id);
  }, 120_000);
});
