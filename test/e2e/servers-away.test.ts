import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller, Reply } from './support/caller';
import {
  aRequest,
  batch,
  CLERK,
  eventCounts,
  eventually,
  intake,
  newKey,
  note,
  notesOf,
  openCase,
  type Done,
  type Registered,
} from './support/cases';
import { type Stream, underHarm } from './support/stream';
import { SERVICES, System } from './support/system';

let system: System;
let clerk: Caller;

beforeAll(async () => {
  system = await System.start();
  clerk = await system.as(CLERK);
}, 400_000);
afterAll(() => system.close());

const numbersOf = (reply: Reply<Registered> | undefined) => [reply?.body.number, reply?.body.caseNumber];
const allStarted = () =>
  eventually(
    () => system.database.processStart.count({ where: { startedAt: null } }),
    (count) => count === 0,
  );

/** One line, since it stands beside the database's answer: what there is of each case, and what there should be. */
async function casesWithOneBeginning(): Promise<readonly number[]> {
  const cases = await system.database.request.findMany({ select: { caseNumber: true } });
  const counts = await Promise.all(
    cases.map(async ({ caseNumber }) => (await eventCounts(system.database, caseNumber)).CaseRegistered),
  );
  return [cases.length, counts.filter((count) => count === 1).length];
}

/** Ends with the number of requests: none left out, none given twice. */
async function runningNumbers(): Promise<{
  readonly got: readonly number[];
  readonly due: readonly number[];
}> {
  const rows = await system.database.request.findMany({ orderBy: { caseNumber: 'asc' } });
  return {
    got: rows.map(({ caseNumber }) => Number(caseNumber.split('-')[2])),
    due: rows.map((_, index) => index + 1),
  };
}

describe('requests while Temporal is away', () => {
  const keys = Array.from({ length: 10 }, newKey);
  let kept: (Reply<Registered> | undefined)[];

  beforeAll(async () => {
    await system.kill('temporal');
    // Twenty at once, each request twice.
    kept = await Promise.all([...keys, ...keys].map((key) => clerk.once<Registered>(intake(key))));
  }, 400_000);

  it('are taken in with 202, and the same key gives the same numbers', () => {
    expect(kept.map((reply) => reply?.status)).toEqual(kept.map(() => 202));
    expect(kept.slice(10).map(numbersOf)).toEqual(kept.slice(0, 10).map(numbersOf));
    expect(new Set(kept.map((reply) => reply?.body.caseNumber)).size).toBe(10);
  });

  it('refuse a key that was used for something else', async () => {
    const reply = await clerk.once(intake(keys[0] ?? '', { subject: 'something else' }));
    expect(reply).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY.KEY_REUSED' } });
  });

  it('have commands answered by 409 or 503 and not by a fault', async () => {
    const caseNumber = kept[0]?.body.caseNumber ?? '';
    expect(await clerk.once(batch(caseNumber, note(newKey())))).toMatchObject({
      status: 409,
      body: { code: 'CASE.NOT_STARTED' },
    });
  });

  it('have their cases started by the sweeper once Temporal is back, each once', async () => {
    await system.startTemporal();
    await allStarted();
    await eventually(casesWithOneBeginning, ([cases, begun]) => cases === begun);
    expect(await casesWithOneBeginning()).toEqual([10, 10]);
    const again = await clerk.untilAnswered<Registered>(intake(keys[3] ?? ''));
    expect(again.status).toBe(201);
    expect(numbersOf(again)).toEqual(numbersOf(kept[3]));
    const { got, due } = await runningNumbers();
    expect(got).toEqual(due);
  });
});

async function expectEachOnce(streams: readonly Stream[]): Promise<void> {
  for (const { caseNumber, ids, final } of streams) {
    expect(final).toEqual(ids.map(() => 200));
    expect(await notesOf(system.database, caseNumber)).toEqual(ids);
  }
}

const ready = async (): Promise<number | undefined> =>
  (await (await system.as()).once({ method: 'GET', path: '/readyz' }))?.status;

describe('PostgreSQL killed and started again under a stream of commands', () => {
  let streams: Stream[];
  const readiness: (number | undefined)[] = [];

  beforeAll(async () => {
    streams = await underHarm(system, clerk, async () => {
      await system.kill('postgres');
      readiness.push(await ready());
      await system.startPostgres();
    });
  }, 400_000);

  it('has every command there once, in the order given', () => expectEachOnce(streams));

  it('answers nothing meanwhile but that it is away or that the outcome is not known', () => {
    for (const { troubled } of streams)
      for (const status of troubled) expect([429, 503, 504, undefined]).toContain(status);
  });

  it('is told by readyz, which turns again without a restart of the API', async () => {
    expect(readiness).toEqual([503]);
    expect(await eventually(ready, (status) => status === 200)).toBe(200);
  });

  it('leaves no difference', async () => {
    expect(await system.verify()).toMatchObject({
      code: 0,
      text: expect.stringMatching(/, 0 differences\n$/),
    });
  });
});

describe('everything killed at once under a stream of commands, and started again', () => {
  let streams: Stream[];
  const keys = Array.from({ length: 6 }, newKey);
  let taken: Reply<Registered>[];

  beforeAll(async () => {
    const intakes: Promise<Reply<Registered>>[] = [];
    streams = await underHarm(system, clerk, async () => {
      for (const key of keys) intakes.push(clerk.untilAnswered<Registered>(intake(key, aRequest())));
      await system.kill('postgres', 'temporal', ...SERVICES);
      await Promise.all([system.startPostgres(), system.startTemporal()]);
      await system.startServices(...SERVICES);
    });
    taken = await Promise.all(intakes);
  }, 400_000);

  it('has every command there once, in the order given', () => expectEachOnce(streams));

  it('has every request taken in once, with running numbers without gaps', async () => {
    expect(new Set(taken.map(({ body }) => body.caseNumber)).size).toBe(keys.length);
    await allStarted();
    const { got, due } = await runningNumbers();
    expect(got).toEqual(due);
    await eventually(casesWithOneBeginning, ([cases, begun]) => cases === begun);
  });

  it('leaves no difference', async () => {
    expect(await system.verify()).toMatchObject({
      code: 0,
      text: expect.stringMatching(/, 0 differences\n$/),
    });
  });
});

describe('PostgreSQL has committed, and worker and Temporal die before the workflow hears of it', () => {
  let caseNumber: string;
  const id = newKey();
  const seqThen: number[] = [];

  beforeAll(async () => {
    caseNumber = await openCase(clerk);
    await eventually(
      () => system.database.process.count({ where: { id: caseNumber } }),
      (count) => count === 1,
    );
    await system.stop('worker');
    const dying = await system.startDyingWorker({ moment: 'after-commit', what: 'NoteAdded' });
    await clerk.once(batch(caseNumber, note(id)));
    await dying.exited;
    await system.kill('temporal');
    seqThen.push((await system.database.process.findUniqueOrThrow({ where: { id: caseNumber } })).seq);
    await system.startTemporal();
    system.logs.worker.length = 0;
    await system.startServices('worker');
  }, 400_000);

  it('has the workflow take in the event by itself, without a client', async () => {
    expect(await notesOf(system.database, caseNumber)).toEqual([id]);
    await eventually(
      () => Promise.resolve(system.logs.worker.some((line) => line.includes('processes refreshed'))),
      Boolean,
    );
    expect(await system.verify()).toMatchObject({
      code: 0,
      text: expect.stringMatching(/, 0 differences\n$/),
    });
    const { seq } = await system.database.process.findUniqueOrThrow({ where: { id: caseNumber } });
    expect([seq]).toEqual(seqThen);
  });

  it('answers the client who asks again that it was done before', async () => {
    const again = await clerk.untilAnswered<Done>(batch(caseNumber, note(id)));
    expect(again).toMatchObject({ status: 200, body: { duplicate: true } });
    expect(await notesOf(system.database, caseNumber)).toEqual([id]);
  });
});
