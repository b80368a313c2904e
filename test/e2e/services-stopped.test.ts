import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller, Reply } from './support/caller';
import {
  batch,
  CLERK,
  type Done,
  eventCounts,
  eventually,
  intake,
  newKey,
  note,
  notesOf,
  openCase,
  type Registered,
} from './support/cases';
import { System } from './support/system';

let system: System;
let clerk: Caller;

beforeAll(async () => {
  system = await System.start();
  clerk = await system.as(CLERK);
}, 400_000);
afterAll(() => system.close());

/** Until the service has printed so many lines with these words since now. */
function printed(service: 'api' | 'worker', words: string, times: number): Promise<unknown> {
  const from = system.logs[service].length;
  return eventually(
    () => Promise.resolve(system.logs[service].slice(from).filter((line) => line.includes(words)).length),
    (count) => count >= times,
  );
}

describe('the API killed while it takes in requests, and started again', () => {
  const keys = Array.from({ length: 18 }, newKey);
  const taken = new Map<string, Reply<Registered>>();

  beforeAll(async () => {
    const time = printed('api', '"request registered"', 4);
    const waiting = [...keys];
    const clients = Array.from({ length: 3 }, async () => {
      for (let key = waiting.shift(); key !== undefined; key = waiting.shift())
        taken.set(key, await clerk.untilAnswered<Registered>(intake(key)));
    });
    await time;
    await system.kill('api');
    await system.startServices('api');
    await Promise.all(clients);
  }, 400_000);

  it('has every request once, under the numbers that were answered', async () => {
    const rows = await system.database.request.findMany({ where: { idempotencyKey: { in: keys } } });
    const kept = new Map(
      rows.map(({ idempotencyKey, number, caseNumber }) => [idempotencyKey, [number, caseNumber]]),
    );
    expect(keys.map((key) => [taken.get(key)?.body.number, taken.get(key)?.body.caseNumber])).toEqual(
      keys.map((key) => kept.get(key)),
    );
    expect(rows).toHaveLength(keys.length);
  });

  it('has running numbers without a gap, and each case begun once', async () => {
    const rows = await system.database.request.findMany({ orderBy: { caseNumber: 'asc' } });
    expect(rows.map(({ caseNumber }) => Number(caseNumber.split('-')[2]))).toEqual(rows.map((_, n) => n + 1));
    await eventually(
      () => system.database.processStart.count({ where: { startedAt: null } }),
      (count) => count === 0,
    );
    for (const { caseNumber } of rows)
      await eventually(
        () => eventCounts(system.database, caseNumber),
        ({ CaseRegistered = 0 }) => CaseRegistered === 1,
      );
  });
});

describe('the API stopped in the middle of its work', () => {
  const keys = Array.from({ length: 12 }, newKey);
  let replies: (Reply<Registered> | undefined)[];

  it('ends with code 0 and has answered every request that it took in', async () => {
    const time = printed('api', '"request registered"', 1);
    const sent = Promise.all(keys.map((key) => clerk.once<Registered>(intake(key))));
    await time;
    const exit = await system.stop('api');
    replies = await sent;
    expect(exit).toEqual({ code: 0, signal: null });
    const kept = await system.database.request.findMany({ where: { idempotencyKey: { in: keys } } });
    const answered = keys.filter((_, n) => [201, 202].includes(replies[n]?.status ?? 0));
    expect(answered.toSorted()).toEqual(kept.map(({ idempotencyKey }) => idempotencyKey).toSorted());
    await system.startServices('api');
  });

  it('answers what came too late by 503 or not at all', () => {
    for (const reply of replies) expect([201, 202, 503, undefined]).toContain(reply?.status);
  });
});

describe('the worker stopped in the middle of its work', () => {
  it('ends with code 0, and every command is there once', async () => {
    const cases = await Promise.all(Array.from({ length: 5 }, () => openCase(clerk)));
    const calls = cases.flatMap((caseNumber) =>
      [newKey(), newKey(), newKey()].map((id) => ({ caseNumber, id })),
    );
    const time = printed('worker', 'NoteAdded', 1);
    const answers = Promise.all(
      calls.map(({ caseNumber, id }) => clerk.untilAnswered<Done>(batch(caseNumber, note(id)))),
    );
    await time;
    expect(await system.stop('worker')).toEqual({ code: 0, signal: null });
    await system.startServices('worker');
    expect((await answers).map(({ status }) => status)).toEqual(calls.map(() => 200));
    for (const caseNumber of cases) {
      const ids = calls.filter((call) => call.caseNumber === caseNumber).map(({ id }) => id);
      expect((await notesOf(system.database, caseNumber)).toSorted()).toEqual(ids.toSorted());
    }
  });

  it('leaves no difference', async () => {
    expect(await system.verify()).toMatchObject({
      code: 0,
      text: expect.stringMatching(/, 0 differences\n$/),
    });
  });
});
