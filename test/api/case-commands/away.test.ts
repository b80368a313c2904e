import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anyFreePort } from '../../../stack/ports';
import { Sweeper } from '../../../worker/sweeper';
import type { Problem, Reader } from '../../support/reading';
import { ANSWER, aRequest, command, give, registered, send, type Registered } from '../../support/requests';
import { eventually, newKey, startSystem, type TestSystem } from '../../support/system';

const outcome = ({ status, body }: { status: number; body: Problem }): string => `${status} ${body.code}`;

describe('with the worker away', () => {
  let system: TestSystem;
  let clerk: Reader;
  let waiting: Registered;
  const key = newKey();

  beforeAll(async () => {
    system = await startSystem({ worker: false, settings: { AFTERCARE_COMMAND_DEADLINE_MS: '1500' } });
    clerk = await system.as('lu.xinran');
  });
  afterAll(() => system.close());

  it('a request is taken in all the same, and said to start later', async () => {
    const { status, body } = await send(clerk, aRequest(), key);
    expect({ status, said: body.status }).toEqual({ status: 202, said: 'registered' });
    expect(body).toMatchObject({ customer: { id: 'cus-0001' } });
    waiting = body;
    const again = await send(clerk, aRequest(), key);
    expect(again).toMatchObject({ status: 202, body: { number: body.number, caseNumber: body.caseNumber } });
  });

  it('a case that has not begun takes no commands yet, and says so', async () => {
    const early = await give<Problem>(clerk, waiting.caseNumber, [command(ANSWER)]);
    expect(outcome(early)).toBe('409 CASE.NOT_STARTED');
    const stranger = await give<Problem>(await system.as('huang.yongqi'), waiting.caseNumber, [
      command(ANSWER),
    ]);
    expect(outcome(stranger)).toBe('404 RESOURCE.NOT_FOUND');
  });

  it('what was accepted begins once there is a worker; a request whose start got lost is swept up', async () => {
    const lost = await send(clerk, aRequest({ subject: '起动丢失' }));
    await system.database.processStart.update({
      where: { processId: lost.body.caseNumber },
      // As if the API had died before it could start the case: its start is under another id, which Temporal has not seen.
      data: { startedAt: null, registeredAt: new Date(Date.now() - 60_000) },
    });
    const worker = await system.startWorker();
    await new Sweeper(system).sweep();
    for (const { caseNumber } of [waiting, lost.body])
      await eventually(
        () => system.database.serviceCase.findUnique({ where: { number: caseNumber } }),
        (row) => row?.stage === 'registered',
      );
    expect(await system.database.processStart.count({ where: { startedAt: null } })).toBe(0);
    expect(await system.database.processEvent.count({ where: { type: 'CaseRegistered' } })).toBe(2);
    const again = await send(clerk, aRequest(), key);
    expect(again).toMatchObject({ status: 201, body: { status: 'started', caseNumber: waiting.caseNumber } });
    await worker.stop();
  });

  it('a command without an answer is said to be unknown, and done once when it is sent again', async () => {
    const worker = await system.startWorker();
    const { caseNumber } = await registered(clerk);
    await worker.stop();
    const batch = [command(ANSWER), command({ type: 'addNote', data: { text: '电话已打' } })];
    const lost = await give<Problem>(clerk, caseNumber, batch);
    expect(outcome(lost)).toBe('504 COMMAND.OUTCOME_UNKNOWN');
    expect(lost.headers['retry-after']).toMatch(/^\d+$/);
    expect((await clerk.get(`/v1/cases/${caseNumber}/commands/${batch[0]?.id}`)).status).toBe(404);
    const later = await system.startWorker();
    const { body } = await eventually(
      () => give(clerk, caseNumber, batch),
      ({ status }) => status === 200,
    );
    expect(body.stage).toBe('answered');
    const answered = await system.database.processEvent.findMany({
      where: { processId: caseNumber, type: { in: ['RequestAnswered', 'NoteAdded'] } },
    });
    expect(answered).toHaveLength(2);
    const status = await clerk.get<{ status: string }>(`/v1/cases/${caseNumber}/commands/${batch[1]?.id}`);
    expect(status.body.status).toBe('done');
    await later.stop();
  });
});

describe('with Temporal out of reach', () => {
  let system: TestSystem;
  let clerk: Reader;

  beforeAll(async () => {
    const address = `127.0.0.1:${await anyFreePort()}`;
    system = await startSystem({
      worker: false,
      settings: { TEMPORAL_ADDRESS: address, AFTERCARE_COMMAND_DEADLINE_MS: '1000' },
    });
    clerk = await system.as('lu.xinran');
  });
  afterAll(() => system.close());

  it('requests are taken in, and commands refused as not done', async () => {
    const { status, body } = await send(clerk, aRequest());
    expect({ status, said: body.status }).toEqual({ status: 202, said: 'registered' });
    const row = await system.database.processStart.findUniqueOrThrow({
      where: { processId: body.caseNumber },
    });
    expect(row.startedAt).toBeNull();
  });

  it('a case that runs is not to be reached, which is said within the deadline', async () => {
    const other = await startSystem();
    try {
      const { caseNumber } = await registered(await other.as('lu.xinran'));
      await copyCase(other, system, caseNumber);
      expect(outcome(await give<Problem>(clerk, caseNumber, [command(ANSWER)]))).toBe(
        '503 TEMPORAL.UNAVAILABLE',
      );
    } finally {
      await other.close();
    }
  });
});

/** A case as PostgreSQL has it, from one system into another. */
async function copyCase(from: TestSystem, to: TestSystem, number: string): Promise<void> {
  const { state, ...process } = await from.database.process.findUniqueOrThrow({ where: { id: number } });
  const row = await from.database.serviceCase.findUniqueOrThrow({ where: { processId: number } });
  if (state === null) throw new Error(`${number} has no state`);
  await to.database.process.create({ data: { ...process, state } });
  await to.database.serviceCase.create({ data: row });
}
