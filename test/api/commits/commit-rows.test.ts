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
import { checkImage } from '../../../verify/image';
import { aRegistration } from '../../support/committed-case';
import { testDatabase } from '../../support/database';
import { DAY_S, seedCompany } from '../../support/policies';

const AT = '2026-03-02T01:00:00.000Z';
const ANSWER: CaseCommand = { type: 'answer', data: { text: 'We are on it' } };
const CLASSIFY: CaseCommand = {
  type: 'classify',
  data: { requestType: 'repair', priority: 'normal', symptom: '不启动' },
};
const NOTE: CaseCommand = { type: 'addNote', data: { text: 'She calls again' } };

/** A worker's memory of its last commit may be stale: the read model must be right in any case. */
describe('rows of a read model that a commit leaves as they are', () => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const created = await testDatabase();
    drop = () => created.drop();
    database = connectDatabase(created.url);
    await seedCompany(database);
  });
  afterAll(async () => {
    await database.$disconnect();
    await drop();
  });

  /** A worker with a memory of its own. */
  const worker = () =>
    createCommit({ database, kinds: PROCESS_KINDS, logger: createLogger('commit', 'silent') });

  class Case {
    readonly ledger = new Ledger<CaseState, CaseCommand, CaseEvent>(serviceCase);
    private commands = 0;
    constructor(readonly id: string) {}

    request(command: CaseCommand): CommitRequest {
      const id = `command-${(this.commands += 1)}`;
      const accepted = this.ledger.accept([{ ...command, id, actor: SYSTEM }], AT);
      return this.ledger.request(accepted, this.id);
    }
    async give(commit: Commit, ...commands: readonly CaseCommand[]): Promise<this> {
      for (const command of commands) {
        const result = await commit(this.request(command));
        expect(result.kind).toBe('committed');
        this.ledger.settle(result);
      }
      return this;
    }
    clock(name: string) {
      return database.processClock.findUniqueOrThrow({
        where: { processId_name: { processId: this.id, name } },
      });
    }
    async differences() {
      return database.$transaction(async (tx) => (await checkImage(tx, PROCESS_KINDS, this.id))?.differences);
    }
  }
  const aCase = (id: string, commit: Commit) =>
    new Case(id).give(commit, { type: 'register', data: aRegistration(id) }, ANSWER, CLASSIFY);

  it('are not written again: each tells the commit that changed it, and verify finds them right', async () => {
    const here = worker();
    const one = await aCase('AS-2026-000101', here);
    const classified = one.ledger.seq;
    await one.give(here, NOTE);
    expect([(await one.clock('resolution')).seq, one.ledger.seq]).toEqual([classified, classified + 1]);
    expect(await one.differences()).toEqual([]);
    await database.processClock.update({
      where: { processId_name: { processId: one.id, name: 'answer' } },
      data: { seq: one.ledger.seq + 1 },
    });
    expect(await one.differences()).toMatchObject([{ field: 'process_clock[answer].seq' }]);
  });

  it('are written where another worker reckoned them by other policies meanwhile, and these are gone again', async () => {
    const here = worker();
    const one = await aCase('AS-2026-000102', here);
    const due = (await one.clock('resolution')).dueAt;
    const policy = { where: { id: 'resolution' } };
    const { targetSeconds } = await database.clockPolicy.findUniqueOrThrow(policy);
    const refresh = { ...one.request(NOTE), events: [], commands: [] };
    await database.clockPolicy.update({ ...policy, data: { targetSeconds: 40 * DAY_S } });
    await worker()(refresh);
    expect((await one.clock('resolution')).dueAt).not.toEqual(due);
    await database.clockPolicy.update({ ...policy, data: { targetSeconds } });
    // This worker knows of the policies as they are now: by another case.
    await aCase('AS-2026-000103', here);
    await here(refresh);
    expect((await one.clock('resolution')).dueAt).toEqual(due);
    expect(await one.differences()).toEqual([]);
  });

  it('a command that was done before is done no second time, by a worker that has not read of it either', async () => {
    const commit = worker();
    const one = await aCase('AS-2026-000104', commit);
    const request = one.request(NOTE);
    const again = { ...request, commands: request.commands.map((given) => ({ ...given, id: 'command-2' })) };
    expect(await commit(again)).toMatchObject({ kind: 'duplicate', commandIds: ['command-2'] });
    expect(await database.processEvent.count({ where: { processId: one.id } })).toBe(again.fromSeq - 1);
  });
});
