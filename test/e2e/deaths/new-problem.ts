import { describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { Exit } from '../support/child';
import type { Call, Reply } from '../support/caller';
import {
  ANSWER,
  batch,
  CLASSIFY,
  command,
  type Done,
  eventCounts,
  eventually,
  give,
  openCase,
} from '../support/cases';
import type { WorkerDeath } from '../support/last-moment';
import type { Part, Scene } from '../support/scene';

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
  readonly moment: Moment;
  readonly caseNumber: string;
  readonly reported: Call;
  exit?: Exit;
  /** In the register when the worker was dead. */
  requestsThen?: number;
  /** The same batch, sent to a healthy worker. */
  again?: Reply<Done>;
}

export function newProblemDeaths(on: () => Scene): Part<WorkerDeath> & { readonly requests: number } {
  const stories: Story[] = [];
  const story = (moment: Moment): Story => {
    const reported = stories.find((one) => one.moment === moment);
    if (!reported) throw new Error(`No worker died ${moment}`);
    return reported;
  };
  const requestsOf = (caseNumber: string) =>
    on().system.database.request.findMany({
      where: { idempotencyKey: { startsWith: `call ${caseNumber}:` } },
    });
  const detail = async (number: string): Promise<CaseDetail> =>
    (await on().clerk.untilAnswered<CaseDetail>({ method: 'GET', path: `/v1/cases/${number}` })).body;

  describe.each(MOMENTS.map(([moment, , , left]) => [moment, left] as const))(
    'A new problem, reported to a worker that is killed %s (R24)',
    (moment, left) => {
      it('is reported with a batch that is done when it is sent again', () => {
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
            on().system.database.processStart.findUniqueOrThrow({
              where: { processId: requests[0]?.caseNumber ?? '' },
            }),
          ({ startedAt }) => startedAt !== null,
        );
        expect(await detail(started.processId)).toMatchObject({
          stage: 'registered',
          origin: { caseNumber },
        });
        expect(await eventCounts(on().system.database, caseNumber)).toMatchObject({
          RevisitMade: 1,
          CallSettled: 1,
        });
        expect(await eventCounts(on().system.database, started.processId)).toMatchObject({
          CaseRegistered: 1,
        });
        await give(on().clerk, started.processId, ANSWER);
        await give(on().clerk, caseNumber, { type: 'close', data: {} });
      });
    },
  );

  return {
    requests: 2 * MOMENTS.length,
    prepare: () =>
      Promise.all(
        MOMENTS.map(async ([moment, when, what]) => {
          const { clerk } = on();
          const caseNumber = await openCase(clerk);
          await give(clerk, caseNumber, ANSWER, CLASSIFY, RESOLVE, SURVEY);
          stories.push({ moment, caseNumber, reported: batch(caseNumber, command(found(moment))) });
          return { moment: when, what, processId: caseNumber };
        }),
      ),
    ask: () => Promise.all(stories.map(({ reported }) => on().clerk.once<Done>(reported))),
    look: (exit) =>
      Promise.all(
        stories.map(async (one) => {
          one.exit = exit;
          one.requestsThen = (await requestsOf(one.caseNumber)).length;
        }),
      ),
    askAgain: () =>
      Promise.all(
        stories.map(async (one) => {
          one.again = await on().clerk.untilAnswered<Done>(one.reported);
        }),
      ),
  };
}
