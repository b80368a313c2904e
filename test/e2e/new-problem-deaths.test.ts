import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../api/cases/detail-schema';
import type { Exit } from './support/child';
import type { Caller, Reply } from './support/caller';
import {
  ANSWER,
  batch,
  CLASSIFY,
  CLERK,
  command,
  type Done,
  eventCounts,
  eventually,
  give,
  openCase,
} from './support/cases';
import { System } from './support/system';

/** Every step between the clerk's word and the case's knowing its new request, a worker that dies there, and the requests that it left. */
const MOMENTS = [
  ['before the revisit is written', 'before-commit', 'RevisitMade', 0],
  ['after the revisit is written', 'after-commit', 'RevisitMade', 0],
  ['before the request is registered', 'before-call', 'registerRequest', 0],
  ['after the request is registered, before its case is started', 'in-call', 'registerRequest', 1],
  ['after its case is started, before anybody heard of it', 'after-call', 'registerRequest', 1],
  ['before its numbers are written', 'before-commit', 'CallSettled', 1],
  ['after its numbers are written', 'after-commit', 'CallSettled', 1],
] as const;
type Moment = (typeof MOMENTS)[number][0];

const RESOLVE = { type: 'resolveRemotely', data: { resolution: '电话指导复位' } } as const;
const SURVEY = { type: 'recordSurvey', data: { productScore: 5, serviceScore: 5 } } as const;
const found = (moment: string) =>
  ({ type: 'recordRevisit', data: { outcome: 'new-problem', note: `干燥机有异响：${moment}` } }) as const;

interface Story {
  readonly caseNumber: string;
  readonly exit: Exit;
  /** In the register when the worker was dead. */
  readonly requestsThen: number;
  /** The same batch, sent to a healthy worker. */
  readonly again: Reply<Done>;
}

let system: System;
let clerk: Caller;
const stories = new Map<Moment, Story>();
const story = (moment: Moment): Story => {
  const reported = stories.get(moment);
  if (!reported) throw new Error(`No worker died ${moment}`);
  return reported;
};

beforeAll(async () => {
  system = await System.start();
  clerk = await system.as(CLERK);
  const cases = await Promise.all(
    MOMENTS.map(async ([moment]) => {
      const caseNumber = await openCase(clerk);
      await give(clerk, caseNumber, ANSWER, CLASSIFY, RESOLVE, SURVEY);
      return { moment, caseNumber, reported: batch(caseNumber, command(found(moment))) };
    }),
  );
  await system.stop('worker');
  const deaths = new Map<Moment, Pick<Story, 'exit' | 'requestsThen'>>();
  for (const [n, [moment, when, what]] of MOMENTS.entries()) {
    const one = cases[n];
    if (!one) throw new Error(moment);
    const worker = await system.startDyingWorker(when, what, one.caseNumber);
    const asked = clerk.once<Done>(one.reported);
    const exit = await worker.exited;
    deaths.set(moment, { exit, requestsThen: (await requestsOf(one.caseNumber)).length });
    await asked;
  }
  await system.startServices('worker');
  for (const { moment, caseNumber, reported } of cases) {
    const death = deaths.get(moment);
    if (!death) throw new Error(`No worker died ${moment}`);
    stories.set(moment, { caseNumber, ...death, again: await clerk.untilAnswered<Done>(reported) });
  }
}, 400_000);
afterAll(() => system.close());

const requestsOf = (caseNumber: string) =>
  system.database.request.findMany({ where: { idempotencyKey: { startsWith: `call ${caseNumber}:` } } });
const detail = async (number: string): Promise<CaseDetail> =>
  (await clerk.untilAnswered<CaseDetail>({ method: 'GET', path: `/v1/cases/${number}` })).body;

describe.each(MOMENTS.map(([moment, , , left]) => [moment, left] as const))(
  'A new problem, told to a worker that is killed %s (R24)',
  (moment, left) => {
    it('is told with a batch that is done when it is sent again', () => {
      const { exit, requestsThen, again } = story(moment);
      expect({ ...exit, requestsThen }).toEqual({ code: null, signal: 'SIGKILL', requestsThen: left });
      expect(again).toMatchObject({ status: 200, body: { stage: 'revisited' } });
    });

    it('is one request with one case, of which the old case knows and which goes on', async () => {
      const { caseNumber } = story(moment);
      const { newProblems } = await eventually(
        () => detail(caseNumber),
        (seen) => seen.newProblems[0]?.caseNumber != null,
      );
      const requests = await requestsOf(caseNumber);
      expect(newProblems).toEqual([
        expect.objectContaining({
          requestNumber: requests[0]?.number,
          caseNumber: requests[0]?.caseNumber,
          text: found(moment).data.note,
        }),
      ]);
      expect(requests).toHaveLength(1);
      const started = await eventually(
        () =>
          system.database.processStart.findUniqueOrThrow({
            where: { processId: requests[0]?.caseNumber ?? '' },
          }),
        ({ startedAt }) => startedAt !== null,
      );
      expect(await detail(started.processId)).toMatchObject({ stage: 'registered', origin: { caseNumber } });
      expect(await eventCounts(system.database, caseNumber)).toMatchObject({
        RevisitMade: 1,
        CallSettled: 1,
      });
      expect(await eventCounts(system.database, started.processId)).toMatchObject({ CaseRegistered: 1 });
      await give(clerk, started.processId, ANSWER);
      await give(clerk, caseNumber, { type: 'close', data: {} });
    });
  },
);

it('No request was registered but those, and nothing differs', async () => {
  expect(await system.database.request.count()).toBe(2 * MOMENTS.length);
  expect(await system.verify()).toMatchObject({
    code: 0,
    text: `${2 * MOMENTS.length} processes, 0 differences\n`,
  });
});
