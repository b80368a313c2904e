import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ProcessBeginner } from '../../../platform/process-beginner';
import { claimDueStarts, claimStart } from '../../../platform/start-claims';
import { Sweeper } from '../../../worker/sweeper';
import type { Answer, Reader } from '../../support/reading';
import { aRequest, send, type Registered } from '../../support/requests';
import { eventually, newKey, startSystem, type TestSystem } from '../../support/system';

const IN_FLIGHT = 64;
const REQUESTS = 200;

let system: TestSystem;
let clerk: Reader;

beforeAll(async () => {
  system = await startSystem();
  clerk = await system.as('lu.xinran');
});
afterAll(() => system.close());
afterEach(() => {
  jest.restoreAllMocks();
});

/** Mix of known callers, repeated callers and unknown callers. */
const caller = (n: number) => ({
  kind: 'customer' as const,
  name: `来电 ${n}`,
  phone: `+8613900${100_000 + (n % 150)}`,
});

/** All of them, so many at a time, each under its own key. */
async function sendAll(keys: readonly string[]): Promise<Answer<Registered>[]> {
  const waiting = keys.map((key, n) => ({ key, n }));
  const answers: Answer<Registered>[] = [];
  const clients = Array.from({ length: IN_FLIGHT }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { key, n } = next;
      answers[n] = await send(clerk, n % 4 === 0 ? aRequest() : aRequest({ sender: caller(n) }), key);
    }
  });
  await Promise.all(clients);
  return answers;
}

const startedWhere = (where: { readonly processId?: string }): Promise<number> =>
  eventually(
    () => system.database.processStart.count({ where: { ...where, startedAt: null } }),
    (count) => count === 0,
  );
const allStarted = (): Promise<number> => startedWhere({});
const started = (processId: string): Promise<number> => startedWhere({ processId });

describe('a burst of requests', () => {
  it('is taken in whole, each with one case that is begun once, whoever sweeps meanwhile', async () => {
    const starts = jest.spyOn(system.processes, 'start');
    const keys = Array.from({ length: REQUESTS }, newKey);
    const sending = sendAll(keys);
    const sweepers = [new Sweeper(system), new Sweeper(system)];
    // As after minutes of it: old enough to be swept up.
    const ageing = setInterval(
      () =>
        void system.database
          .$executeRaw`UPDATE process_start SET registered_at = registered_at - interval '1 hour'`,
      200,
    );
    const answers = await sending.finally(() => clearInterval(ageing));
    await Promise.all(sweepers.map((sweeper) => sweeper.sweep()));
    await allStarted();
    expect(answers.filter(({ status }) => status !== 201 && status !== 202)).toEqual([]);
    expect(new Set(answers.map(({ body }) => body.caseNumber)).size).toBe(REQUESTS);
    const rows = await system.database.request.findMany({ where: { idempotencyKey: { in: keys } } });
    expect(rows.map(({ caseNumber }) => caseNumber).toSorted()).toEqual(
      answers.map(({ body }) => body.caseNumber).toSorted(),
    );
    const begun = starts.mock.calls.map(([, start]) => start.processId);
    expect(begun.toSorted()).toEqual(rows.map(({ caseNumber }) => caseNumber).toSorted());
    await eventually(
      () => system.database.processEvent.count({ where: { type: 'CaseRegistered' } }),
      (count) => count === REQUESTS,
    );
  }, 300_000);

  it('answers the same to whoever sends one of it again, once it has begun', async () => {
    const keys = Array.from({ length: IN_FLIGHT }, newKey);
    const first = await sendAll(keys);
    const again = await eventually(
      () => sendAll(keys),
      (answers) => answers.every(({ status }) => status === 201),
    );
    expect(again.map(({ body }) => [body.number, body.status])).toEqual(
      first.map(({ body }) => [body.number, 'started']),
    );
    expect(await system.database.processEvent.count({ where: { type: 'CaseRegistered' } })).toBe(
      REQUESTS + IN_FLIGHT,
    );
  }, 300_000);
});

describe('the start of a case', () => {
  const claimDue = () =>
    claimDueStarts(system.database, {
      registeredBefore: new Date(Date.now() + 1_000),
      types: ['serviceCase'],
      most: 100,
    });

  /** A registered request, as if the API had died before it started the case. */
  async function anUnstarted() {
    const { body } = await send(clerk, aRequest());
    await started(body.caseNumber);
    return system.database.processStart.update({
      where: { processId: body.caseNumber },
      data: { startedAt: null, claimedUntil: null },
    });
  }

  it('is in the hands of one, however many take it at once', async () => {
    const { processId } = await anUnstarted();
    const claims = await Promise.all(Array.from({ length: 4 }, () => claimStart(system.database, processId)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await claimDue()).toEqual([]);
  });

  it('goes to the next one after whoever had it in hand has died', async () => {
    const { processId } = await anUnstarted();
    await claimStart(system.database, processId);
    await system.database
      .$executeRaw`UPDATE process_start SET claimed_until = now() - interval '1 second' WHERE process_id = ${processId}`;
    expect(await claimDue()).toMatchObject([{ processId, type: 'serviceCase' }]);
  });

  it('is handed back at once where Temporal gives no answer, or its turn does not come before the end', async () => {
    const unstarted = await anUnstarted();
    jest.spyOn(system.processes, 'start').mockResolvedValue({ kind: 'unavailable', cause: undefined });
    const beginner = new ProcessBeginner(system);
    expect(await beginner.resume(unstarted)).toBe(false);
    expect(await claimStart(system.database, unstarted.processId)).toBe(true);
    await beginner.close();
    expect(await beginner.begin(unstarted)).toBe(false);
    jest.restoreAllMocks();
    expect(await new ProcessBeginner(system).resume(unstarted)).toBe(true);
    await started(unstarted.processId);
  });

  it('is left to those who have it', async () => {
    const unstarted = await anUnstarted();
    await claimStart(system.database, unstarted.processId);
    const starts = jest.spyOn(system.processes, 'start');
    expect(await new ProcessBeginner(system).resume(unstarted)).toBe(true);
    expect(starts).not.toHaveBeenCalled();
  });
});
