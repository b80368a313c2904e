import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Call, Caller, Reply } from './support/caller';
import {
  ANSWER,
  batch,
  CLASSIFY,
  CLERK,
  command,
  dispatchTo,
  type Done,
  ENGINEER,
  eventCounts,
  eventually,
  give,
  intake,
  newKey,
  openCase,
  PARTS,
  type Registered,
} from './support/cases';
import type { Exit } from './support/child';
import { System } from './support/system';

/** A request that killed an API, and the answer of a healthy one to its repetition. */
interface Story<T> {
  readonly exit: Exit;
  readonly first: Reply<T> | undefined;
  readonly again: Reply<T>;
}

let system: System;
let clerk: Caller;
afterAll(() => system.close());

beforeAll(async () => {
  system = await System.start();
  clerk = await system.as(CLERK);
}, 400_000);

/** @param then what is looked at while no API runs. */
async function dies<T>(moment: string, call: Call, then: () => Promise<void>): Promise<Story<T>> {
  await system.stop('api');
  const api = await system.startDyingApi(moment);
  const first = await clerk.once<T>(call);
  const exit = await api.exited;
  await then();
  await system.startServices('api');
  return { exit, first, again: await clerk.untilAnswered<T>(call) };
}

const died = { exit: { code: null, signal: 'SIGKILL' }, first: undefined };
const requestsOf = (idempotencyKey: string) =>
  system.database.request.findMany({ where: { idempotencyKey } });
const startsOf = (requests: Awaited<ReturnType<typeof requestsOf>>) =>
  system.database.processStart.findMany({
    where: { processId: { in: requests.map(({ caseNumber }) => caseNumber) } },
  });

/** The request was kept by the API that died, under numbers that the next one answers with; its case began once. */
async function expectKeptOnce(key: string, before: unknown, { again }: Story<Registered>): Promise<void> {
  const rows = await requestsOf(key);
  expect(rows.map(({ number, caseNumber }) => ({ number, caseNumber }))).toEqual(before);
  const [row] = rows;
  expect([201, 202]).toContain(again.status);
  expect(again.body).toMatchObject({ number: row?.number, caseNumber: row?.caseNumber });
  const counts = await eventually(
    () => eventCounts(system.database, row?.caseNumber ?? ''),
    ({ CaseRegistered = 0 }) => CaseRegistered > 0,
  );
  expect(counts).toMatchObject({ CaseRegistered: 1 });
}

describe.each(['before-start', 'after-start'])(
  'an API killed when it had registered a request (%s)',
  (moment) => {
    it('had kept it: the same key has the same numbers, and the case is begun once', async () => {
      const key = newKey();
      let kept: unknown;
      const story = await dies<Registered>(moment, intake(key), async () => {
        const rows = await requestsOf(key);
        expect(await startsOf(rows)).toMatchObject([{ startedAt: null }]);
        kept = rows.map(({ number, caseNumber }) => ({ number, caseNumber }));
      });
      expect(story).toMatchObject(died);
      await expectKeptOnce(key, kept, story);
    }, 200_000);
  },
);

it('a request that nobody sends again, of an API killed before it began the case, is begun all the same', async () => {
  const key = newKey();
  await system.stop('api');
  const api = await system.startDyingApi('before-start');
  expect(await clerk.once(intake(key))).toBeUndefined();
  await api.exited;
  const [row] = await requestsOf(key);
  const counts = await eventually(
    () => eventCounts(system.database, row?.caseNumber ?? ''),
    ({ CaseRegistered = 0 }) => CaseRegistered > 0,
  );
  expect(counts).toMatchObject({ CaseRegistered: 1 });
  await system.startServices('api');
}, 200_000);

describe.each([
  ['before-update', 0, 'before it sent the commands'],
  ['in-update', 1, 'when they were done and it waited for the answer'],
  ['after-update', 1, 'when it had the answer and the caller had not'],
] as const)('an API killed %s', (moment, doneThen, circumstance) => {
  it(`${circumstance}: the same ids are done once, and so is what follows`, async () => {
    const caseNumber = await openCase(clerk);
    await give(clerk, caseNumber, ANSWER, CLASSIFY);
    const story = await dies<Done>(
      moment,
      batch(caseNumber, command(dispatchTo(ENGINEER.id, PARTS))),
      async () => {
        const { EngineerDispatched = 0 } = await eventCounts(system.database, caseNumber);
        expect(EngineerDispatched).toBe(doneThen);
      },
    );
    expect(story).toMatchObject(died);
    expect(story.again).toMatchObject({ status: 200, body: { stage: 'dispatched' } });
    expect(story.again.body.duplicate).toBe(doneThen === 1);
    const counts = await eventually(
      () => eventCounts(system.database, caseNumber),
      ({ CallSettled = 0 }) => CallSettled > 0,
    );
    expect(counts).toMatchObject({ EngineerDispatched: 1, CallSettled: 1 });
    const reservations = await system.database.stockReservation.findMany({
      where: { reference: caseNumber },
    });
    expect(reservations.map(({ state }) => state)).toEqual(['reserved']);
  }, 200_000);
});

it('leaves numbers without a gap, and no difference', async () => {
  const rows = await system.database.request.findMany({ orderBy: { caseNumber: 'asc' } });
  expect(rows.map(({ caseNumber }) => Number(caseNumber.split('-')[2]))).toEqual(rows.map((_, n) => n + 1));
  expect(await system.verify()).toMatchObject({
    code: 0,
    text: `${rows.length} processes, 0 differences\n`,
  });
});
