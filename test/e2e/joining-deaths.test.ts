import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseDetail } from '../../api/cases/detail-schema';
import { chanceOf, type Chance } from '../support/extremes';
import type { Caller, Reply } from './support/caller';
import type { Exit } from './support/child';
import {
  ANSWER,
  batch,
  CLERK,
  command,
  type Done,
  eventCounts,
  eventually,
  give,
  intake,
  newKey,
  type Registered,
} from './support/cases';
import { System } from './support/system';

/** Every step between the clerk's word and the end of the case; the last says of which of the two. */
const MOMENTS = [
  ['before the other case is asked', 'before-call', 'askToJoin', 'own'],
  ['after the other case has agreed, before it is known here', 'after-call', 'askToJoin', 'own'],
  ['as the other case agrees, before it is written', 'before-commit', 'JoinAgreed', 'other'],
  ['after the other case has written it, before it has answered', 'after-commit', 'JoinAgreed', 'other'],
  ['before the end of the case is written', 'before-commit', 'CaseJoined', 'own'],
] as const;
/** A call that died with its worker is made again after 30 seconds, and one that has to wait later each time. */
const PATIENCE_MS = 200_000;
type Moment = (typeof MOMENTS)[number][0];

interface Story {
  readonly own: Registered;
  readonly other: Registered;
  readonly exit: Exit;
  readonly again: Reply<Done>;
}

let system: System;
let clerk: Caller;
const stories = new Map<Moment, Story>();

const answered = async (subject: string): Promise<Registered> => {
  const { body } = await clerk.untilAnswered<Registered>(intake(newKey(), { subject }));
  await give(clerk, body.caseNumber, ANSWER);
  return body;
};
const read = async (number: string): Promise<CaseDetail> =>
  (await clerk.untilAnswered<CaseDetail>({ method: 'GET', path: `/v1/cases/${number}` })).body;
const joinTo = (into: string) => command({ type: 'join', data: { into } });
const isSettled = ({ stage, joiningInto }: CaseDetail): boolean => stage === 'joined' || joiningInto === null;

beforeAll(async () => {
  system = await System.start();
  clerk = await system.as(CLERK);
  const pairs = [];
  for (const [moment] of MOMENTS)
    pairs.push({
      moment,
      other: await answered(`原请求：${moment}`),
      own: await answered(`又来催：${moment}`),
    });
  await system.stop('worker');
  const dead = [];
  for (const [n, [, when, what, whose]] of MOMENTS.entries()) {
    const pair = pairs[n];
    if (!pair) throw new Error('a pair is missing');
    const join = batch(pair.own.caseNumber, joinTo(pair.other.caseNumber));
    const worker = await system.startDyingWorker(when, what, pair[whose].caseNumber);
    await clerk.once(join);
    dead.push({ ...pair, join, exit: await worker.exited });
  }
  await system.startServices('worker');
  for (const { moment, own, other, join, exit } of dead)
    stories.set(moment, { own, other, exit, again: await clerk.untilAnswered<Done>(join) });
}, 400_000);
afterAll(() => system.close());

describe('A worker killed while one case is joined to another', () => {
  it.each(MOMENTS.map(([moment]) => [moment]))(
    '%s: both cases are joined all the same, and once',
    async (moment) => {
      const story = stories.get(moment);
      if (!story) throw new Error(`No worker died ${moment}`);
      const { own, other, exit, again } = story;
      expect(exit).toEqual({ code: null, signal: 'SIGKILL' });
      expect(again.status).toBe(200);
      const ended = await eventually(() => read(own.caseNumber), isSettled, PATIENCE_MS);
      expect(ended).toMatchObject({ stage: 'joined', joinedInto: other.caseNumber });
      const { joinedRequests, stage } = await read(other.caseNumber);
      expect({ stage, numbers: joinedRequests.map(({ requestNumber }) => requestNumber) }).toEqual({
        stage: 'answered',
        numbers: [own.number],
      });
      expect(await eventCounts(system.database, own.caseNumber)).toMatchObject({
        JoinRequested: 1,
        CaseJoined: 1,
      });
      expect(await eventCounts(system.database, other.caseNumber)).toMatchObject({
        JoinAgreed: 1,
        RequestJoined: 1,
      });
    },
    250_000,
  );
});

/** Merges of the cases: all end in one, by any path; some name each other. */
function joinsOf(
  cases: readonly Registered[],
  chance: Chance,
): readonly (readonly [Registered, Registered])[] {
  const order = shuffled(cases, chance);
  const tree = order.flatMap((one, n) => {
    const into = n === 0 ? undefined : order[chance(n)];
    return into ? [[one, into] as const] : [];
  });
  const [root] = order;
  const back = order[1 + chance(order.length - 1)];
  return shuffled([...tree, ...(root && back && chance(3) > 0 ? [[root, back] as const] : [])], chance);
}

function shuffled<T>(items: readonly T[], chance: Chance): readonly T[] {
  return items
    .map((item) => ({ item, at: chance(1_000_000) }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** As a clerk does: where the other case is joined to a third by then, to that one. */
async function join(own: Registered, into: string): Promise<void> {
  const { status, body } = await clerk.untilAnswered(batch(own.caseNumber, joinTo(into)));
  if (status !== 422) {
    // It may have been joined, or be about to be, by what was asked before.
    if (status !== 200 && status !== 409) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return;
  }
  const { joinedInto } = await read(into);
  if (joinedInto === null) throw new Error(`${into} is not there: ${JSON.stringify(body)}`);
  if (joinedInto !== own.caseNumber) await join(own, joinedInto);
}

describe('Any joins of some cases, in any order, with workers killed between', () => {
  it.each([[1], [2], [3]])(
    'end in one open case, where all requests can be read (%i)',
    async (seed) => {
      const chance = chanceOf(seed * 7_919);
      const cases: Registered[] = [];
      for (let n = 0; n < 6; n += 1) cases.push(await answered(`第 ${seed}.${n} 次`));
      const joins = joinsOf(cases, chance);
      const killing = (async () => {
        await sleep(chance(700));
        await system.kill('worker');
        await system.startServices('worker');
      })();
      await Promise.all(
        joins.map(async ([own, into]) => {
          await sleep(chance(1_500));
          await join(own, into.caseNumber);
        }),
      );
      await killing;
      const ended: CaseDetail[] = [];
      for (const { caseNumber } of cases)
        ended.push(await eventually(() => read(caseNumber), isSettled, PATIENCE_MS));
      const open = ended.filter(({ stage }) => stage !== 'joined').map(({ number }) => number);
      expect({ joins: joins.map((pair) => pair.map(({ caseNumber }) => caseNumber)), open }).toMatchObject({
        open: [expect.any(String)],
      });
      const [last = ''] = open;
      const { body } = await clerk.untilAnswered<{ items: { requestNumber: string; text: string }[] }>({
        method: 'GET',
        path: `/v1/cases/${last}/joined-requests?limit=20`,
      });
      const own = cases.find(({ caseNumber }) => caseNumber === last)?.number ?? '';
      expect([own, ...body.items.map(({ requestNumber }) => requestNumber)].sort()).toEqual(
        cases.map(({ number }) => number).sort(),
      );
      expect(body.items.every(({ text }) => text.length > 0)).toBe(true);
    },
    400_000,
  );

  it('leave no difference between events, read model and workflows', async () => {
    expect(await system.verify()).toMatchObject({
      code: 0,
      text: expect.stringContaining(' 0 differences\n'),
    });
  }, 60_000);
});
