import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '../../domain/case/commands';
import { SYSTEM } from '../../domain/identity/actor';
import type { Commit, CommitRequest, CommitResult } from '../../domain/process/commit';
import { aRegistration } from '../support/committed-case';
import { realHarness, type Harness, type RunningWorker } from '../support/workflow';
import { expectAgreement } from './errands';

/** Fault around one commit. */
type Trouble = (request: CommitRequest, commit: Commit) => Promise<CommitResult>;

const thenLost: Trouble = async (request, commit) => {
  await commit(request);
  throw new Error('The answer was lost');
};

const OTHERS_SLOT = { id: 'other', kind: 'absence', engineerId: 'engineer-1', reason: 'training' };
const APPOINTMENT = { from: '2096-01-01T00:00:00.000Z', to: '2096-01-01T04:00:00.000Z' };
const TAKEN = { from: new Date(APPOINTMENT.from), to: new Date(APPOINTMENT.to) };

describe('a dispatch whose engineer is wanted elsewhere, and commits that go wrong', () => {
  let harness: Harness;
  let worker: RunningWorker;
  let id: string;
  let cases = 0;
  const results: CommitResult['kind'][] = [];
  const troubles = new Map<string, Trouble>();

  const wrapCommit =
    (commit: Commit): Commit =>
    async (request) => {
      const wrong = request.commands.map((one) => troubles.get(one.id)).find((found) => found !== undefined);
      for (const one of request.commands) troubles.delete(one.id);
      const result = wrong ? await wrong(request, commit) : await commit(request);
      results.push(result.kind);
      return result;
    };
  const give = (...commands: { id: string; command: CaseCommand }[]) =>
    harness.processes.execute<CaseCommand>(id, {
      commands: commands.map((given) => ({ ...given.command, id: given.id, actor: SYSTEM })),
    });
  const note = (text: string) => ({ id: text, command: { type: 'addNote', data: { text } } as const });
  const dispatch = (commandId: string) => ({
    id: commandId,
    command: {
      type: 'dispatch',
      data: {
        engineer: {
          id: 'engineer-1',
          name: '工程师',
          outletId: 'east',
          regionId: 'east',
          serviceLevel: 'A',
        },
        appointment: APPOINTMENT,
        parts: [],
      },
    } as const,
  });
  const types = async () =>
    (await harness.database.processEvent.findMany({ where: { processId: id }, orderBy: { seq: 'asc' } })).map(
      ({ type }) => type,
    );

  beforeAll(async () => {
    harness = await realHarness();
    worker = await harness.startWorker({ wrapCommit });
  });
  afterAll(() => harness.close());
  beforeEach(async () => {
    await harness.database.engineerSlot.deleteMany({});
    id = `AS-2026-${String((cases += 1)).padStart(6, '0')}`;
    await harness.start('serviceCase', {
      processId: id,
      first: {
        id: 'first',
        type: 'register',
        data: aRegistration(id, { receivedAt: new Date().toISOString() }),
        actor: SYSTEM,
      },
    });
    const classify = { requestType: 'repair', priority: 'normal', symptom: '不启动' } as const;
    await give(
      { id: 'answer', command: { type: 'answer', data: { text: 'We are on it' } } },
      { id: 'classify', command: { type: 'classify', data: classify } },
    );
    results.length = 0;
    troubles.clear();
  });

  it('a refusal that was lost is decided anew: refused again, without a trace', async () => {
    await harness.database.engineerSlot.create({ data: { ...OTHERS_SLOT, ...TAKEN } });
    const before = await types();
    troubles.set('d', thenLost);

    expect(await give(dispatch('d'))).toMatchObject({
      kind: 'refused',
      refusal: {
        code: 'ENGINEER.NOT_FREE',
        params: { engineerId: 'engineer-1', engineer: '工程师', ...APPOINTMENT },
      },
    });

    expect(results).toEqual(['refused']);
    expect(await types()).toEqual(before);
    expect(await harness.database.processCommand.count({ where: { commandId: 'd' } })).toBe(0);
    await expectAgreement(harness, id);
  });

  it('a dispatch whose answer was lost is found done: one event, one slot, one message', async () => {
    troubles.set('d', thenLost);

    expect(await give(dispatch('d'))).toMatchObject({ kind: 'done', result: { duplicate: false } });
    expect(await give(dispatch('d'))).toMatchObject({ kind: 'done', result: { duplicate: true } });

    expect(results).toEqual(['superseded']);
    expect((await types()).filter((type) => type === 'EngineerDispatched')).toHaveLength(1);
    expect(await harness.database.engineerSlot.findMany()).toMatchObject([{ processId: id, ...TAKEN }]);
    const appointed = { where: { processId: id, template: 'engineer-appointed' } };
    expect(await harness.database.notification.count(appointed)).toBe(1);
    await expectAgreement(harness, id);
  });

  it('what queued up behind a refused dispatch is decided anew: a note is taken, an arrival has nobody to arrive', async () => {
    await harness.database.engineerSlot.create({ data: { ...OTHERS_SLOT, ...TAKEN } });
    const behind: Promise<unknown>[] = [];
    troubles.set('d', async (request, commit) => {
      behind.push(
        give(note('called back')),
        give({ id: 'arrive', command: { type: 'arrive', data: {} } }),
        give(dispatch('d')),
      );
      return commit(request);
    });

    expect(await give(dispatch('d'))).toMatchObject({ kind: 'refused' });

    expect(await Promise.all(behind)).toMatchObject([
      { kind: 'done', result: { duplicate: false } },
      { kind: 'refused', refusal: { code: 'CASE.WRONG_STAGE' } },
      { kind: 'refused', refusal: { code: 'ENGINEER.NOT_FREE' } },
    ]);
    expect((await types()).at(-1)).toBe('NoteAdded');
    await expectAgreement(harness, id);
  });

  it('a worker that replays the whole history comes to the same: refused then, done now', async () => {
    const taken = await harness.database.engineerSlot.create({ data: { ...OTHERS_SLOT, ...TAKEN } });
    expect(await give(dispatch('d'))).toMatchObject({ kind: 'refused' });
    await harness.database.engineerSlot.delete({ where: { id: taken.id } });
    await worker.stop();
    worker = await harness.startWorker({ wrapCommit, maxCachedWorkflows: 0 });

    expect(await give(dispatch('d'))).toMatchObject({ kind: 'done', result: { duplicate: false } });
    expect(await give(note('later'))).toMatchObject({ kind: 'done' });
    expect(await harness.database.engineerSlot.findMany()).toMatchObject([{ processId: id }]);
    await expectAgreement(harness, id);
  });
});
