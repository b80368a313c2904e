import { describe, expect, it } from '@jest/globals';
import type { Exit } from '../support/child';
import type { Call, Caller, Reply } from '../support/caller';
import {
  ANSWER,
  ARRIVE,
  batch,
  CLASSIFY,
  command,
  dispatchTo,
  type Done,
  ENGINEER,
  eventCounts,
  eventually,
  give,
  openCase,
  PARTS,
  REPAIR,
  REPORT,
} from '../support/cases';
import type { WorkerDeath } from '../support/last-moment';
import type { Part, Scene } from '../support/scene';

const SIGKILLED: Exit = { code: null, signal: 'SIGKILL' };

/** A command that killed a worker, its answer, and the answer of a healthy one to its repetition. */
interface Story {
  readonly caseNumber: string;
  readonly by: Caller;
  readonly call: Call;
  exit?: Exit;
  first?: Reply<Done> | undefined;
  eventsThen?: Readonly<Record<string, number>>;
  again?: Reply<Done>;
}

export function workerDeaths(on: () => Scene): Part<WorkerDeath> & { readonly requests: number } {
  const stories = new Map<string, Story>();
  const story = (name: string): Story => {
    const found = stories.get(name);
    if (!found) throw new Error(`No worker died ${name}`);
    return found;
  };

  const readyForRepair = async (): Promise<string> => {
    const { clerk, engineer } = on();
    const caseNumber = await openCase(clerk);
    await give(clerk, caseNumber, ANSWER, CLASSIFY, dispatchTo(ENGINEER.id, PARTS));
    await give(engineer, caseNumber, ARRIVE);
    await settled(caseNumber, 1);
    return caseNumber;
  };

  /** The case knows how so many of its calls ended. */
  const settled = (caseNumber: string, calls: number) =>
    eventually(
      () =>
        on().system.database.processEvent.count({ where: { processId: caseNumber, type: 'CallSettled' } }),
      (count) => count >= calls,
    );
  const countsOf = (caseNumber: string) => eventCounts(on().system.database, caseNumber);
  const reservationsOf = (reference: string) =>
    on().system.database.stockReservation.findMany({ where: { reference }, include: { movements: true } });
  const entriesOf = (reference: string) =>
    on().system.database.ledgerEntry.findMany({ where: { reference } });

  describe('a worker killed between its commit and its answer', () => {
    it('leaves the command without an answer and the event in PostgreSQL, once', () => {
      const { exit, first, eventsThen } = story('after its commit');
      expect(exit).toEqual(SIGKILLED);
      expect(first?.status).toBe(504);
      expect(eventsThen).toMatchObject({ UnitRepaired: 1 });
    });

    it('has the repeated batch answered by the next worker as done before', async () => {
      const { caseNumber, again } = story('after its commit');
      expect(again).toMatchObject({ status: 200, body: { duplicate: true, stage: 'repaired' } });
      expect(await countsOf(caseNumber)).toMatchObject({ UnitRepaired: 1 });
    });

    it('has the effects of the event run once all the same', async () => {
      const { caseNumber } = story('after its commit');
      await settled(caseNumber, 2);
      const reservations = await reservationsOf(caseNumber);
      expect(reservations.map(({ state, movements }) => [state, movements.length])).toEqual([['issued', 2]]);
    });
  });

  describe('a worker killed before its commit', () => {
    it('leaves nothing in PostgreSQL, and the command without an answer', () => {
      const { exit, first, eventsThen } = story('before its commit');
      expect(exit).toEqual(SIGKILLED);
      expect(first?.status).toBe(504);
      expect(eventsThen).not.toHaveProperty('ServiceReported');
    });

    it('has the repeated batch done once, and its cost posted once', async () => {
      const { caseNumber, again } = story('before its commit');
      expect(again).toMatchObject({ status: 200, body: { stage: 'reported' } });
      await settled(caseNumber, 3);
      expect(await countsOf(caseNumber)).toMatchObject({ ServiceReported: 1 });
      expect(await entriesOf(caseNumber)).toHaveLength(1);
    });
  });

  describe('a worker killed when the parts system had answered and nobody had noted it', () => {
    it('had the command committed', () => {
      const { exit, eventsThen } = story('after its call');
      expect(exit).toEqual(SIGKILLED);
      expect(eventsThen).toMatchObject({ EngineerDispatched: 1 });
    });

    it('has the call made again under the same key, and the parts reserved once', async () => {
      const { caseNumber, again } = story('after its call');
      expect(again).toMatchObject({ status: 200, body: { duplicate: true } });
      await settled(caseNumber, 1);
      const reservations = await reservationsOf(caseNumber);
      expect(reservations.map(({ state, movements }) => [state, movements.length])).toEqual([
        ['reserved', 1],
      ]);
      expect(await countsOf(caseNumber)).toMatchObject({ CallSettled: 1 });
    });
  });

  return {
    requests: 3,
    prepare: async () => {
      const { clerk, engineer } = on();
      const [repaired, reported, dispatched] = await Promise.all([
        readyForRepair(),
        readyForRepair(),
        openCase(clerk),
      ]);
      await give(engineer, reported, REPAIR);
      await give(clerk, dispatched, ANSWER, CLASSIFY);
      const of = (name: string, by: Caller, caseNumber: string, given: Parameters<typeof command>[0]) =>
        stories.set(name, { caseNumber, by, call: batch(caseNumber, command(given)) });
      of('after its commit', engineer, repaired, REPAIR);
      of('before its commit', engineer, reported, REPORT);
      of('after its call', clerk, dispatched, dispatchTo(ENGINEER.id, PARTS));
      return [
        { moment: 'after-commit', what: 'UnitRepaired', processId: repaired },
        { moment: 'before-commit', what: 'ServiceReported', processId: reported },
        { moment: 'after-call', what: 'reserveParts', processId: dispatched },
      ];
    },
    ask: () =>
      Promise.all(
        [...stories.values()].map(async (one) => {
          one.first = await one.by.once<Done>(one.call);
        }),
      ),
    look: (exit) =>
      Promise.all(
        [...stories.values()].map(async (one) => {
          one.exit = exit;
          one.eventsThen = await countsOf(one.caseNumber);
        }),
      ),
    askAgain: () =>
      Promise.all(
        [...stories.values()].map(async (one) => {
          one.again = await one.by.untilAnswered<Done>(one.call);
        }),
      ),
  };
}
