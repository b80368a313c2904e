import { describe, expect, it } from '@jest/globals';
import type { Call, Caller, Reply } from '../support/caller';
import {
  ANSWER,
  batch,
  CLASSIFY,
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
} from '../support/cases';
import type { Exit } from '../support/child';
import type { ApiDeath } from '../support/last-moment';
import type { Part, Scene } from '../support/scene';

/** A request that is in the air when the API dies, and what becomes of it. */
class Asked<T> {
  exit?: Exit;
  first: Reply<T> | undefined;
  again: Reply<T> | undefined;
  /** Found by `lookAt` while no API ran. */
  then: unknown;

  constructor(
    readonly death: ApiDeath,
    readonly call: Call,
    readonly lookAt: () => Promise<unknown>,
    readonly isRepeated = true,
  ) {}

  async ask(by: Caller): Promise<void> {
    this.first = await by.once<T>(this.call);
  }

  async askAgain(by: Caller): Promise<void> {
    if (this.isRepeated) this.again = await by.untilAnswered<T>(this.call);
  }
}

const UPDATES = [
  ['before-update', 0, 'before it sent the commands'],
  ['in-update', 1, 'when they were done and it waited for the answer'],
  ['after-update', 1, 'when it had the answer and the caller had not'],
] as const;

const died = { exit: { code: null, signal: 'SIGKILL' }, first: undefined };

export function apiDeaths(on: () => Scene): Part<ApiDeath> & { readonly requests: number } {
  const requestsOf = (idempotencyKey: string) =>
    on().system.database.request.findMany({ where: { idempotencyKey } });
  const registration = (moment: ApiDeath['moment'], isRepeated = true) => {
    const key = newKey();
    const mark = `空压机报警停机 ${key}`;
    const kept = async () =>
      (await requestsOf(key)).map(({ number, caseNumber }) => ({ number, caseNumber }));
    const unstarted = async () => {
      const requests = await kept();
      const starts = await on().system.database.processStart.findMany({
        where: { processId: { in: requests.map(({ caseNumber }) => caseNumber) }, startedAt: null },
      });
      return { requests, unstarted: starts.length };
    };
    return {
      key,
      asked: new Asked<Registered>({ moment, mark }, intake(key, { subject: mark }), unstarted, isRepeated),
    };
  };
  const registrations = [
    ['before-start', registration('before-start')],
    ['after-start', registration('after-start')],
  ] as const;
  const unrepeated = registration('before-start', false);
  const updates = new Map<string, { readonly caseNumber: string; readonly asked: Asked<Done> }>();
  const all = (): readonly (Asked<Registered> | Asked<Done>)[] => [
    ...registrations.map(([, { asked }]) => asked),
    unrepeated.asked,
    ...[...updates.values()].map(({ asked }) => asked),
  ];
  const begun = async (key: string): Promise<void> => {
    const [row] = await requestsOf(key);
    const counts = await eventually(
      () => eventCounts(on().system.database, row?.caseNumber ?? ''),
      ({ CaseRegistered = 0 }) => CaseRegistered > 0,
    );
    expect(counts).toMatchObject({ CaseRegistered: 1 });
  };

  describe.each(registrations)(
    'an API killed when it had registered a request (%s)',
    (_moment, { key, asked }) => {
      it('had kept it: the same key has the same numbers, and the case is begun once', async () => {
        const { exit, first, then, again } = asked;
        expect({ exit, first }).toEqual(died);
        const rows = await requestsOf(key);
        const [row] = rows;
        expect(rows).toHaveLength(1);
        // The request was kept by the API that died, under numbers that the next one answers with.
        expect(then).toEqual({
          requests: [{ number: row?.number, caseNumber: row?.caseNumber }],
          unstarted: 1,
        });
        expect([201, 202]).toContain(again?.status);
        expect(again?.body).toMatchObject({ number: row?.number, caseNumber: row?.caseNumber });
        await begun(key);
      }, 200_000);
    },
  );

  it('a request that nobody sends again, of an API killed before it began the case, is begun all the same', async () => {
    const { key, asked } = unrepeated;
    expect({ exit: asked.exit, first: asked.first }).toEqual(died);
    expect(asked.then).toMatchObject({ requests: [expect.anything()], unstarted: 1 });
    await begun(key);
  }, 200_000);

  describe.each(UPDATES)('an API killed %s', (moment, doneThen, circumstance) => {
    it(`${circumstance}: the same ids are done once, and so is what follows`, async () => {
      const update = updates.get(moment);
      if (!update) throw new Error(`No API died ${moment}`);
      const { caseNumber, asked } = update;
      expect({ exit: asked.exit, first: asked.first }).toEqual(died);
      expect(asked.then).toBe(doneThen);
      expect(asked.again).toMatchObject({
        status: 200,
        body: { stage: 'dispatched', duplicate: doneThen === 1 },
      });
      const counts = await eventually(
        () => eventCounts(on().system.database, caseNumber),
        ({ CallSettled = 0 }) => CallSettled > 0,
      );
      expect(counts).toMatchObject({ EngineerDispatched: 1, CallSettled: 1 });
      const reservations = await on().system.database.stockReservation.findMany({
        where: { reference: caseNumber },
      });
      expect(reservations.map(({ state }) => state)).toEqual(['reserved']);
    }, 200_000);
  });

  return {
    requests: registrations.length + 1 + UPDATES.length,
    prepare: async () => {
      const { system, clerk } = on();
      for (const [moment] of UPDATES) {
        const caseNumber = await openCase(clerk);
        await give(clerk, caseNumber, ANSWER, CLASSIFY);
        const mark = newKey();
        const call = batch(caseNumber, command(dispatchTo(ENGINEER.id, PARTS), mark));
        const dispatches = async () =>
          (await eventCounts(system.database, caseNumber)).EngineerDispatched ?? 0;
        updates.set(moment, { caseNumber, asked: new Asked<Done>({ moment, mark }, call, dispatches) });
      }
      return all().map(({ death }) => death);
    },
    ask: () => Promise.all(all().map((one) => one.ask(on().clerk))),
    look: (exit) =>
      Promise.all(
        all().map(async (one) => {
          one.exit = exit;
          one.then = await one.lookAt();
        }),
      ),
    askAgain: () => Promise.all(all().map((one) => one.askAgain(on().clerk))),
  };
}
