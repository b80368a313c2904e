import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Commit, CommitRequest, CommitResult } from '../../domain/process/commit';
import { takeAway } from '../support/outage';
import { realHarness, type Harness, type RunningWorker } from '../support/workflow';
import { command, Errand, expectAgreement, note } from './errands';

const reserve = (id?: string) =>
  command(
    {
      type: 'call',
      data: {
        call: 'reserveParts',
        input: { reference: 'SC-1', lines: [{ partNumber: 'FILTER-1', quantity: 2 }] },
        undo: { call: 'releaseParts', input: {} },
      },
    },
    id,
  );

/** How a commit goes wrong: what it makes of the request and of the commit that goes through. */
type Trouble = (request: CommitRequest, commit: Commit) => Promise<CommitResult>;

const thenLost: Trouble = async (request, commit) => {
  await commit(request);
  throw new Error('The answer was lost');
};

describe('the commit goes wrong', () => {
  let harness: Harness;
  let worker: RunningWorker;
  let errand: Errand;
  const results: CommitResult['kind'][] = [];
  const troubles = new Map<string, Trouble>();

  /** Once, for the commit of this command. */
  const trouble = (id: string, kind: Trouble): void => void troubles.set(id, kind);
  const wrapCommit =
    (commit: Commit): Commit =>
    async (request) => {
      const id = request.commands[0]?.id ?? '';
      const wrong = troubles.get(id);
      troubles.delete(id);
      const result = wrong ? await wrong(request, commit) : await commit(request);
      results.push(result.kind);
      return result;
    };

  beforeAll(async () => {
    harness = await realHarness();
    worker = await harness.startWorker({ wrapCommit });
  });
  afterAll(() => harness.close());
  beforeEach(async () => {
    errand = await Errand.begin(harness);
    await errand.give(note('before'));
    results.length = 0;
  });

  it('a commit whose answer is lost is tried again and taken for its own: events, calls and messages come once', async () => {
    trouble('a', thenLost);

    expect(await errand.give(reserve('a'), note('and a note'))).toEqual({ seq: 3, duplicate: false });

    expect(results).toEqual(['superseded']);
    const seen = await errand.until(({ state }) => state.settled.length > 0);
    expect(seen.state.notes).toEqual(['before', 'and a note']);
    const stock = await harness.database.stockMovement.findMany({
      where: { reservationId: `${errand.id}:2:0` },
    });
    expect(stock.map(({ quantity }) => quantity)).toEqual([2]);
    await expectAgreement(harness, errand.id);
  });

  it('commands that came in behind a lost commit are decided again and done once', async () => {
    trouble('a', thenLost);
    trouble('c', thenLost);

    const given = await Promise.all(['a', 'b', 'c', 'd'].map((id) => errand.give(note(id, id))));

    expect(given.map(({ duplicate }) => duplicate)).toEqual([false, false, false, false]);
    expect((await errand.inspect()).state.notes.toSorted()).toEqual(['a', 'b', 'before', 'c', 'd']);
    expect(new Set(given.map(({ seq }) => seq))).toEqual(new Set([2, 3, 4, 5]));
    await expectAgreement(harness, errand.id);
  });

  it('a commit that nothing follows from is known again too', async () => {
    trouble('a', thenLost);
    expect(await errand.give(command({ type: 'shrug', data: {} }, 'a'))).toMatchObject({ seq: 1 });
    expect(results).toEqual(['duplicate']);
    await expectAgreement(harness, errand.id);
  });

  it('a worker that stops between commit and answer leaves it to the next one', async () => {
    const stopping = new AbortController();
    trouble('a', async (request, commit) => {
      await commit(request);
      await once(stopping.signal, 'abort');
      throw new Error('The worker is gone');
    });
    const answer = errand.give(note('kept', 'a'));
    while ((await errand.stored()).length === 1) await sleep(20);

    const stopped = worker.stop();
    stopping.abort();
    await stopped;
    worker = await harness.startWorker({ wrapCommit });

    expect(await answer).toEqual({ seq: 2, duplicate: false });
    expect(await errand.give(note('next'))).toEqual({ seq: 3, duplicate: false });
    await expectAgreement(harness, errand.id);
  });

  it('while PostgreSQL is away nothing is answered and nothing lost', async () => {
    const bringBack = await takeAway(harness.databaseUrl);
    const answers = Promise.all(['a', 'b', 'c'].map((id) => errand.give(note(id, id))));
    await sleep(500);
    await bringBack();
    expect((await answers).map(({ seq }) => seq).toSorted()).toEqual([2, 3, 4]);
    await expectAgreement(harness, errand.id);
  });
});
