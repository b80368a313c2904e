import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createCommit } from '../../../activities/commit';
import { PROCESS_KINDS } from '../../../activities/processes';
import type { CaseCommand } from '../../../domain/case/commands';
import { serviceCase } from '../../../domain/case/decider';
import type { CaseEvent } from '../../../domain/case/events';
import type { CaseState } from '../../../domain/case/state';
import { SYSTEM } from '../../../domain/identity/actor';
import type { Commit, CommitRequest } from '../../../domain/process/commit';
import { Ledger } from '../../../domain/process/ledger';
import { connectDatabase, type Database } from '../../../platform/database';
import { createLogger } from '../../../platform/logger';
import { aRegistration } from '../../support/committed-case';
import { testDatabase } from '../../support/database';
import { DAY_S, seedCompany } from '../../support/policies';

const AT = '2026-03-02T01:00:00.000Z';
const ATTEMPTS = 8;
const DISPATCH = {
  type: 'dispatch',
  data: {
    engineer: { id: 'eng', name: '工程师', outletId: 'east', regionId: 'east', serviceLevel: 'A' },
    appointment: { from: '2096-01-01T00:00:00.000Z', to: '2096-01-01T04:00:00.000Z' },
    parts: [],
  },
} as const;

/** An activity that timed out may still be at work when it is tried again, on another machine too. */
describe('attempts at one commit, at once', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let commit: Commit;
  beforeAll(async () => {
    const created = await testDatabase();
    drop = () => created.drop();
    database = connectDatabase(created.url);
    await seedCompany(database);
    commit = createCommit({ database, kinds: PROCESS_KINDS, logger: createLogger('commit', 'silent') });
  });
  afterAll(async () => {
    await database.$disconnect();
    await drop();
  });

  /** Gives the commands one by one, and commits all batches but the last. */
  async function lastRequest(id: string, ...commands: readonly CaseCommand[]): Promise<CommitRequest> {
    const ledger = new Ledger<CaseState, CaseCommand, CaseEvent>(serviceCase);
    let request: CommitRequest | undefined;
    for (const [n, command] of commands.entries()) {
      if (request) ledger.settle(await commit(request));
      request = ledger.request(ledger.accept([{ ...command, id: `${id}:${n}`, actor: SYSTEM }], AT), id);
    }
    if (!request) throw new Error('No command was given');
    return request;
  }
  const race = async (request: CommitRequest) =>
    (await Promise.all(Array.from({ length: ATTEMPTS }, () => commit(request))))
      .map(({ kind }) => kind)
      .sort();
  const eventsOf = (processId: string) =>
    database.processEvent.findMany({ where: { processId }, orderBy: { seq: 'asc' } });
  const one = ['committed', ...Array.from({ length: ATTEMPTS - 1 }, () => 'superseded')];
  const register = (id: string): CaseCommand => ({ type: 'register', data: aRegistration(id) });
  const ANSWER: CaseCommand = { type: 'answer', data: { text: 'We are on it' } };
  const CLASSIFY: CaseCommand = {
    type: 'classify',
    data: { requestType: 'repair', priority: 'normal', symptom: '不启动' },
  };

  it('of the first commit: one makes the process, the others are told of its events', async () => {
    expect(await race(await lastRequest('AS-2026-000001', register('AS-2026-000001')))).toEqual(one);
    expect(await eventsOf('AS-2026-000001')).toMatchObject([
      { type: 'CaseRegistered' },
      { type: 'ClockStarted' },
    ]);
  });

  it('of a later one: one writes, once', async () => {
    const id = 'AS-2026-000002';
    const request = await lastRequest(id, register(id), ANSWER);
    expect(await race(request)).toEqual(one);
    const events = await eventsOf(id);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, n) => n + 1));
    expect(await database.processCommand.count({ where: { processId: id } })).toBe(2);
  });

  it('of one that claims an engineer: none takes its own claim for that of another case', async () => {
    const id = 'AS-2026-000003';
    expect(await race(await lastRequest(id, register(id), ANSWER, CLASSIFY, DISPATCH))).toEqual(one);
    expect(await database.engineerSlot.count({ where: { processId: id } })).toBe(1);
    expect(await database.trip.count({ where: { processId: id } })).toBe(1);

    const other = 'AS-2026-000004';
    const refused = await commit(await lastRequest(other, register(other), ANSWER, CLASSIFY, DISPATCH));
    expect(refused).toMatchObject({ kind: 'refused', refusal: { code: 'ENGINEER.NOT_FREE' } });
    expect((await eventsOf(other)).map(({ type }) => type)).not.toContain('EngineerDispatched');
    expect(await database.serviceCase.findUnique({ where: { processId: other } })).toMatchObject({
      stage: 'classified',
    });
  });

  it('a policy that changes between two commits counts in the second', async () => {
    const id = 'AS-2026-000005';
    const request = await lastRequest(id, register(id), ANSWER, CLASSIFY);
    await database.clockPolicy.update({ where: { id: 'resolution' }, data: { targetSeconds: 3 * DAY_S } });
    await commit(request);
    const before = await database.processClock.findFirstOrThrow({
      where: { processId: id, name: 'resolution' },
    });
    expect((before.dueAt?.getTime() ?? 0) - before.startedAt.getTime()).toBe(3 * DAY_S * 1_000);

    await database.clockPolicy.update({ where: { id: 'resolution' }, data: { targetSeconds: 5 * DAY_S } });
    const refresh = { ...request, fromSeq: (await eventsOf(id)).length + 1, events: [], commands: [] };
    expect(await commit(refresh)).toMatchObject({ kind: 'committed' });
    const after = await database.processClock.findFirstOrThrow({
      where: { processId: id, name: 'resolution' },
    });
    expect((after.dueAt?.getTime() ?? 0) - after.startedAt.getTime()).toBe(5 * DAY_S * 1_000);
  });
});
