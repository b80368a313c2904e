import { describe, expect, it } from '@jest/globals';
import { tryingCalls } from '../../../activities/trial';
import type { Call, CallRequest } from '../../../activities/types';
import type { CommitRequest, CommitResult } from '../../../domain/process/commit';
import type { PendingCall } from '../../../domain/process/calls';
import { SystemRefusal, SystemUnavailable } from '../../../systems/shared/errors';

const AT = '2026-11-02T02:00:00.000Z';
const COMMITTED: CommitResult = { kind: 'committed', deadlines: [] };

const pending = (call: string, n = 0): PendingCall => ({ key: `P-1:1:${n}`, call, input: { n }, at: AT });
const asking = (...calls: readonly PendingCall[]): CommitRequest => ({
  processType: 'purse',
  processId: 'P-1',
  fromSeq: 1,
  events: [],
  commands: [],
  now: AT,
  calls,
});

const refuses: Call = () =>
  Promise.reject(new SystemRefusal('parts', 'PARTS.OUT_OF_STOCK', 'Not so many.', 409, { left: 2 }));

/** Parts and finance, a parts system with set answers, and a clock that is set by hand. */
function world({
  reserve,
  result = COMMITTED,
}: { readonly reserve?: Call; readonly result?: CommitResult } = {}) {
  const seen: CallRequest[] = [];
  const done: Call = (request) => {
    seen.push(request);
    return Promise.resolve({ done: request.key });
  };
  const clock = { ms: 0 };
  const parts = {
    calls: { reserve: reserve ?? done, refuse: refuses, release: done },
  };
  const commit = tryingCalls(
    () => Promise.resolve(result),
    [{ ...parts.calls, reserve: (request) => parts.calls.reserve(request) }, { accrue: done }],
    () => clock.ms,
  );
  return { commit, seen, clock, parts, done };
}

describe('A call that is asked for by a commit', () => {
  it('is made with it, under its key, and what came of it is told with the commit', async () => {
    const { commit, seen } = world();
    expect(await commit(asking({ ...pending('reserve'), about: 'P-1:0:0' }))).toEqual({
      ...COMMITTED,
      answers: [{ key: 'P-1:1:0', outcome: { ok: true, result: { done: 'P-1:1:0' } } }],
    });
    expect(seen).toEqual([{ key: 'P-1:1:0', processId: 'P-1', input: { n: 0 }, at: AT }]);
  });

  it('tells what it takes back', async () => {
    const { commit, seen } = world();
    await commit(asking({ ...pending('release'), undoes: 'P-1:0:0' }));
    expect(seen).toMatchObject([{ undoes: 'P-1:0:0' }]);
  });

  it('may be refused: that is its answer', async () => {
    const { commit } = world();
    expect(await commit(asking(pending('refuse'), pending('accrue', 1)))).toEqual({
      ...COMMITTED,
      answers: [
        {
          key: 'P-1:1:0',
          outcome: { ok: false, code: 'PARTS.OUT_OF_STOCK', reason: 'Not so many.', params: { left: 2 } },
        },
        { key: 'P-1:1:1', outcome: { ok: true, result: { done: 'P-1:1:1' } } },
      ],
    });
  });

  it('is left to the process where it is no call to a system', async () => {
    const { commit, seen } = world();
    expect(await commit(asking(pending('deliverCommand')))).toEqual(COMMITTED);
    expect(seen).toEqual([]);
  });

  it.each<CommitResult>([
    { kind: 'superseded', events: [], deadlines: [] },
    { kind: 'duplicate', commandIds: [], deadlines: [] },
    { kind: 'refused', refusal: { code: 'COMMAND.INVALID', params: {} } },
  ])('is not made where the commit is $kind', async (result) => {
    const { commit, seen } = world({ result });
    expect(await commit(asking(pending('reserve')))).toEqual(result);
    expect(seen).toEqual([]);
  });
});

describe('A system that gives no answer', () => {
  const away: Call = () => Promise.reject(new SystemUnavailable('parts', 'away'));

  it('leaves the commit as it is, without an answer', async () => {
    const { commit } = world({ reserve: away });
    expect(await commit(asking(pending('reserve')))).toEqual(COMMITTED);
  });

  it('is left alone by commits for ten seconds, and the other system is not', async () => {
    const { commit, parts, clock, done, seen } = world({ reserve: away });
    await commit(asking(pending('reserve')));
    parts.calls.reserve = done;
    clock.ms = 9_999;
    expect(await commit(asking(pending('reserve'), pending('accrue', 1)))).toMatchObject({
      answers: [{ key: 'P-1:1:1' }],
    });
    expect(seen.map(({ key }) => key)).toEqual(['P-1:1:1']);
    clock.ms = 10_000;
    expect(await commit(asking(pending('reserve')))).toMatchObject({ answers: [{ key: 'P-1:1:0' }] });
  });

  it('is not one that refuses', async () => {
    const { commit } = world();
    await commit(asking(pending('refuse')));
    expect(await commit(asking(pending('reserve')))).toMatchObject({ answers: [{ outcome: { ok: true } }] });
  });
});
