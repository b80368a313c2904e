import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Exit } from './support/child';
import type { Caller, Reply } from './support/caller';
import {
  ANSWER,
  ARRIVE,
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
  openCase,
  PARTS,
  REPAIR,
  REPORT,
} from './support/cases';
import { System } from './support/system';

const SIGKILLED: Exit = { code: null, signal: 'SIGKILL' };

/** A command that killed a worker, its answer, and the answer of a healthy one to its repetition. */
interface Story {
  caseNumber: string;
  exit: Exit;
  first: Reply<Done> | undefined;
  eventsThen: Readonly<Record<string, number>>;
  again: Reply<Done>;
}

let system: System;
const stories = new Map<string, Story>();
const story = (name: string): Story => {
  const found = stories.get(name);
  if (!found) throw new Error(`No worker died ${name}`);
  return found;
};

afterAll(() => system.close());

beforeAll(async () => {
  system = await System.start();
  const [clerk, engineer] = [await system.as(CLERK), await system.as(ENGINEER.login)];
  const cases = await Promise.all([
    readyForRepair(clerk, engineer),
    readyForRepair(clerk, engineer),
    openCase(clerk),
  ]);
  const [repaired, reported, dispatched] = cases;
  await give(engineer, reported, REPAIR);
  await give(clerk, dispatched, ANSWER, CLASSIFY);
  await system.stop('worker');
  const [repair, report, dispatch] = [
    batch(repaired, command(REPAIR)),
    batch(reported, command(REPORT)),
    batch(dispatched, command(dispatchTo(ENGINEER.id, PARTS))),
  ];
  const die = async (
    caseNumber: string,
    circumstance: readonly string[],
    by: Caller,
    call: typeof repair,
  ) => {
    const worker = await system.startDyingWorker(...circumstance);
    const first = await by.once<Done>(call);
    const exit = await worker.exited;
    return { caseNumber, first, exit, eventsThen: await eventCounts(system.database, caseNumber) };
  };
  const afterCall = await die(dispatched, ['after-call', 'reserveParts'], clerk, dispatch);
  const afterCommit = await die(repaired, ['after-commit', 'UnitRepaired'], engineer, repair);
  const beforeCommit = await die(reported, ['before-commit', 'ServiceReported'], engineer, report);
  await system.startServices('worker');
  stories.set('after its commit', { ...afterCommit, again: await engineer.untilAnswered<Done>(repair) });
  stories.set('before its commit', { ...beforeCommit, again: await engineer.untilAnswered<Done>(report) });
  stories.set('after its call', { ...afterCall, again: await clerk.untilAnswered<Done>(dispatch) });
}, 400_000);

async function readyForRepair(clerk: Caller, engineer: Caller): Promise<string> {
  const caseNumber = await openCase(clerk);
  await give(clerk, caseNumber, ANSWER, CLASSIFY, dispatchTo(ENGINEER.id, PARTS));
  await give(engineer, caseNumber, ARRIVE);
  await settled(caseNumber, 1);
  return caseNumber;
}

/** The case knows how so many of its calls ended. */
const settled = (caseNumber: string, calls: number) =>
  eventually(
    () => system.database.processEvent.count({ where: { processId: caseNumber, type: 'CallSettled' } }),
    (count) => count >= calls,
  );

const reservationsOf = (reference: string) =>
  system.database.stockReservation.findMany({ where: { reference }, include: { movements: true } });
const entriesOf = (reference: string) => system.database.ledgerEntry.findMany({ where: { reference } });

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
    expect(await eventCounts(system.database, caseNumber)).toMatchObject({ UnitRepaired: 1 });
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
    expect(await eventCounts(system.database, caseNumber)).toMatchObject({ ServiceReported: 1 });
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
    expect(reservations.map(({ state, movements }) => [state, movements.length])).toEqual([['reserved', 1]]);
    expect(await eventCounts(system.database, caseNumber)).toMatchObject({ CallSettled: 1 });
  });
});

it('leaves no difference between events, read model and workflows', async () => {
  expect(await system.verify()).toMatchObject({ code: 0, text: '3 processes, 0 differences\n' });
});
