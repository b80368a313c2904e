import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '../../../domain/case/commands';
import { SYSTEM } from '../../../domain/identity/actor';
import { formatDifference } from '../../../verify/difference';
import type { Mending } from '../../../verify/process';
import { TemporalWorkflows } from '../../../verify/workflows';
import { answeredCase, openCase } from '../../support/case-stories';
import { aRegistration, CommittedCase, forget } from '../../support/committed-case';
import { realHarness, type Harness, type RunningWorker } from '../../support/workflow';
import { place, verifying, type Outcome } from './verifying';

const DEADLINE_MS = 20_000;

let harness: Harness;
let worker: RunningWorker;
/** Has ended, and Temporal lets it go while the other tests run: that takes it half a minute. */
let gone: string;
let cases = 0;
let commands = 0;

beforeAll(async () => {
  harness = await realHarness();
  worker = await harness.startWorker();
  gone = await runningCase();
  await give(gone, { type: 'cancel', data: { reason: 'not needed' } });
  await harness.ground.client.workflow.getHandle(gone).result();
  await letGo(gone);
});

afterAll(() => harness.close());

const command = (one: CaseCommand) => ({ ...one, id: `given-${(commands += 1)}`, actor: SYSTEM });

async function give(id: string, ...given: CaseCommand[]): Promise<void> {
  const answer = await harness.processes.execute<CaseCommand>(id, { commands: given.map(command) });
  if (answer.kind !== 'done') throw new Error(`${id} answered ${answer.kind}`);
}

/** A case that runs: registered and answered, events 1 to 4. */
async function runningCase(): Promise<string> {
  const id = `AS-2026-${String((cases += 1)).padStart(6, '0')}`;
  const data = aRegistration(id, { receivedAt: new Date().toISOString() });
  await harness.start('serviceCase', { processId: id, first: command({ type: 'register', data }) });
  await until(
    () => harness.database.process.findUnique({ where: { id } }),
    (process) => process?.seq === 2,
  );
  await give(id, { type: 'answer', data: { text: 'We are on it' } });
  return id;
}

/** Temporal knows nothing of it any more. */
async function letGo(id: string): Promise<void> {
  const { client, namespace } = harness.ground;
  await client.workflowService.deleteWorkflowExecution({ namespace, workflowExecution: { workflowId: id } });
}

function check(
  processes?: readonly string[],
  { deadlineMs = DEADLINE_MS, ...mending }: Mending & { deadlineMs?: number } = {},
): Promise<Outcome> {
  const workflows = new TemporalWorkflows(harness.ground.client, deadlineMs);
  return verifying(harness.database, { ...(processes && { processes }), ...mending }, workflows);
}

describe('processes and their workflows', () => {
  it('are the same while they run and after they have ended', async () => {
    const running = await runningCase();
    const ended = await runningCase();
    await give(ended, { type: 'cancel', data: { reason: 'not needed' } });
    await harness.ground.client.workflow.getHandle(ended).result();
    const { found, counts } = await check([running, ended]);
    expect(found).toEqual([]);
    expect(counts).toEqual({ processes: 2, differences: 0, unverified: 0, gone: 0, refreshed: 0 });
  });

  it('are the same when they advance while they are compared', async () => {
    const ids = [await runningCase(), await runningCase(), await runningCase()];
    let isBusy = true;
    const busy = ids.map(async (id) => {
      for (let n = 0; isBusy; n += 1) await give(id, { type: 'addNote', data: { text: `note ${n}` } });
    });
    const outcomes = [await check(ids), await check(ids), await check(ids)];
    isBusy = false;
    await Promise.all(busy);
    expect(outcomes.flatMap(({ found }) => found.map(formatDifference))).toEqual([]);
  });
});

describe('a workflow that is not as PostgreSQL has it', () => {
  it('is found when Temporal has lost it, and starts again from PostgreSQL where that is asked for', async () => {
    const id = await runningCase();
    await letGo(id);
    const lost = await until(
      () => check([id], { refresh: true }),
      ({ found }) => found.length > 0,
    );
    expect(lost.found.map(place)).toEqual(['seq 4 workflow']);
    const { found, counts } = await check([id], { restart: true });
    expect(found).toEqual([]);
    expect(counts).toEqual({ processes: 1, differences: 0, unverified: 0, gone: 0, refreshed: 1 });
    await give(id, { type: 'cancel', data: { reason: 'not needed' } });
    await harness.ground.client.workflow.getHandle(id).result();
    expect((await check([id])).found).toEqual([]);
  });

  it('is found when it is behind, and catches up where that is asked for', async () => {
    const id = await runningCase();
    // As an attempt leaves it that committed and was then lost with its worker.
    const { updatedAt } = await harness.database.process.findUniqueOrThrow({ where: { id } });
    const at = updatedAt.toISOString();
    await harness.commit({
      processType: 'serviceCase',
      processId: id,
      fromSeq: 5,
      events: [{ type: 'NoteAdded', data: { text: 'lost' }, seq: 5, at, commandId: 'lost', actor: SYSTEM }],
      commands: [{ id: 'lost' }],
      now: at,
    });
    const { found } = await check([id]);
    expect(found.map(formatDifference)).toEqual([`${id} seq 5 field workflow.seq: expected 5, actual 4`]);
    const { counts } = await check([id], { refresh: true });
    expect(counts).toEqual({ processes: 1, differences: 0, unverified: 0, gone: 0, refreshed: 1 });
    expect((await check([id])).found).toEqual([]);
  });

  it('is found when it is ahead, also by what a refresh cannot mend', async () => {
    const id = await runningCase();
    await forget(harness.database, id);
    const older = await CommittedCase.registered(harness.database, id);
    const { found } = await check([id], { refresh: true });
    expect(older.seq).toBe(2);
    expect(found.map(formatDifference)).toEqual([`${id} seq 2 field workflow.seq: expected 2, actual 4`]);
  });

  it('is found when history was rewritten, hashes and read model and all', async () => {
    const id = await runningCase();
    await give(id, { type: 'changePriority', data: { priority: 'high', reason: 'it stands still' } });
    const { seq } = await harness.database.process.findUniqueOrThrow({ where: { id } });
    await forget(harness.database, id);
    const forged = await answeredCase(harness.database, id);
    await forged.give({ type: 'changePriority', data: { priority: 'low', reason: 'it can wait' } });
    const { found } = await check([id]);
    expect(forged.seq).toBe(seq);
    expect(found.map(place)).toContain(`seq ${seq} workflow.state.priority`);
    expect(found.find(({ field }) => field === 'workflow.state.priority')).toMatchObject({
      expected: 'low',
      actual: 'high',
    });
  });

  it('is found when there is none', async () => {
    const { id, seq } = await openCase(harness.database, 'AS-2026-900001');
    const { found } = await check([id]);
    expect(found.map(formatDifference)).toEqual([
      `${id} seq ${seq} field workflow: expected "running", actual "none"`,
    ]);
  });

  it('is found when it was stopped by force', async () => {
    const id = await runningCase();
    await harness.ground.client.workflow.getHandle(id).terminate();
    const { found } = await check([id]);
    expect(found.map(formatDifference)).toEqual([
      `${id} seq 4 field workflow: expected "running", actual "terminated"`,
    ]);
  });
});

describe('without a worker', () => {
  it('processes count as unverified, and no difference is made up', async () => {
    const id = await runningCase();
    await worker.stop();
    const { found, unverified, counts } = await check([id], { deadlineMs: 500 });
    worker = await harness.startWorker();
    expect({ found, unverified }).toEqual({ found: [], unverified: [id] });
    expect(counts).toMatchObject({ processes: 1, differences: 0, unverified: 1 });
  });
});

describe('a process that has ended', () => {
  it('is compared in PostgreSQL alone once Temporal has let it go', async () => {
    const outcome = await until(
      () => check([gone]),
      ({ counts }) => counts.gone === 1,
    );
    expect(outcome.counts).toEqual({ processes: 1, differences: 0, unverified: 0, gone: 1, refreshed: 0 });
  });
});

async function until<T>(read: () => Promise<T>, isThere: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (isThere(value)) return value;
    await sleep(200);
  }
}
