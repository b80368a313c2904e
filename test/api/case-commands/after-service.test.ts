import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { Problem, Reader } from '../../support/reading';
import {
  ANSWER,
  CLASSIFY,
  command,
  dispatchTo,
  done,
  give,
  registered,
  REPAIR,
  REPORT,
  type Given,
} from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';

const RESOLVE = { type: 'resolveRemotely', data: { resolution: '电话指导复位' } } as const;
const CLOSE = { type: 'close', data: {} } as const;
const DISSATISFIED = {
  type: 'recordSurvey',
  data: { productScore: 4, serviceScore: 1, comment: '等了太久' },
} as const;
const FOLLOWED_UP = {
  type: 'completeFollowUp',
  data: {
    key: 'dissatisfied',
    note: '已致歉并赠送保养一次',
    outcome: { redress: 'compensation', satisfied: true },
  },
} as const;
const satisfied = { type: 'recordSurvey', data: { productScore: 5, serviceScore: 5 } } as const;
const revisit = (outcome: 'satisfied' | 'new-problem' | 'not-reached', note = '运行正常') =>
  ({ type: 'recordRevisit', data: { outcome, note } }) as const;

let system: TestSystem;
let clerk: Reader;
beforeAll(async () => {
  system = await startSystem();
  clerk = await system.as('lu.xinran');
});
afterAll(() => system.close());

const detail = async (caseNumber: string): Promise<CaseDetail> =>
  (await clerk.get<CaseDetail>(`/v1/cases/${caseNumber}`)).body;
async function resolved(...then: readonly Given[]): Promise<string> {
  const { caseNumber } = await registered(clerk);
  await done(clerk, caseNumber, ANSWER, CLASSIFY, RESOLVE, ...then);
  return caseNumber;
}
async function refused(by: Reader, caseNumber: string, given: object) {
  const { status, body } = await give<Problem>(by, caseNumber, [given]);
  return { status, code: body.code, field: body.errors[0]?.field };
}

describe('A dissatisfied customer (R22)', () => {
  it('is somebody’s task by a time; the case closes once it is recorded what was done for them', async () => {
    const caseNumber = await resolved(DISSATISFIED);
    const { tasks, clocks, survey } = await detail(caseNumber);
    const running = clocks.find(({ name }) => name === 'follow-up');
    expect(running).toMatchObject({ state: 'running', names: { zh: '不满意客户跟进' } });
    expect(tasks.find(({ kind }) => kind === 'dissatisfied-customer')).toMatchObject({
      clock: 'follow-up',
      dueAt: running?.dueAt,
    });
    expect(survey).toMatchObject({ how: 'phone', takenBy: { id: 'stf-010', name: '陆欣然' } });

    await done(clerk, caseNumber, revisit('satisfied'));
    expect(await refused(clerk, caseNumber, command(CLOSE))).toMatchObject({
      status: 409,
      code: 'CASE.FOLLOW_UP_OPEN',
    });
    const bare = { type: 'completeFollowUp', data: { key: 'dissatisfied', note: '已回电' } } as const;
    expect(await refused(clerk, caseNumber, command(bare))).toEqual({
      status: 422,
      code: 'CASE.FOLLOW_UP_OUTCOME_MISSING',
      field: 'data.outcome',
    });
    const odd = { ...bare, data: { ...bare.data, outcome: { redress: 'flowers', satisfied: true } } };
    expect(await refused(clerk, caseNumber, { ...odd, id: 'odd-redress' })).toMatchObject({
      status: 400,
      field: expect.stringContaining('redress'),
    });
    expect(await refused(await system.as('li.wei'), caseNumber, command(FOLLOWED_UP))).toMatchObject({
      status: 404,
    });

    const once = command(FOLLOWED_UP);
    const [first, again] = [await give(clerk, caseNumber, [once]), await give(clerk, caseNumber, [once])];
    expect([first.body.duplicate, again.body.duplicate]).toEqual([false, true]);
    await done(clerk, caseNumber, CLOSE);
    expect((await detail(caseNumber)).doneFollowUps).toMatchObject([
      { key: 'dissatisfied', redress: 'compensation', satisfied: true, by: { id: 'stf-010' } },
    ]);
  });

  it('has what they said in person recorded as said in person', async () => {
    const caseNumber = await resolved({ ...satisfied, data: { ...satisfied.data, how: 'in-person' } });
    expect((await detail(caseNumber)).survey).toMatchObject({ how: 'in-person' });
  });
});

describe('A new problem found on the revisit (R24)', () => {
  it('is one request with a case of its own, however often it is told; each case names the other', async () => {
    const caseNumber = await resolved(satisfied);
    const reported = command(revisit('new-problem', '干燥机有异响'));
    await give(clerk, caseNumber, [reported]);
    expect((await give(clerk, caseNumber, [reported])).body).toMatchObject({ duplicate: true });
    const [problem] = (
      await eventually(
        () => detail(caseNumber),
        ({ newProblems }) => newProblems[0]?.caseNumber !== null,
      )
    ).newProblems;
    expect(problem).toMatchObject({ text: '干燥机有异响' });
    const [number, request] = [problem?.caseNumber ?? '', problem?.requestNumber ?? ''];
    const found = await eventually(
      () => clerk.get<CaseDetail>(`/v1/cases/${number}`),
      ({ status }) => status === 200,
    );
    expect(found.body).toMatchObject({
      stage: 'registered',
      requestNumber: request,
      channel: 'phone',
      text: '干燥机有异响',
      customer: { id: 'cus-0001' },
      origin: { caseNumber },
      tasks: expect.arrayContaining([expect.objectContaining({ kind: 'answer-request' })]),
    });
    const list = await clerk.get<{ items: { number: string }[] }>('/v1/requests?limit=100');
    expect(list.body.items.filter((one) => one.number === request)).toHaveLength(1);
    const keys = { idempotencyKey: { startsWith: `call ${caseNumber}:` } };
    expect(await system.database.request.count({ where: keys })).toBe(1);
    await done(clerk, caseNumber, CLOSE);
    await done(clerk, number, ANSWER, CLASSIFY);
  });

  it('whose revisit did not reach the customer is tried again, and not within the hour', async () => {
    const caseNumber = await resolved(satisfied, revisit('not-reached', '无人接听'));
    const { revisit: reported, tasks } = await detail(caseNumber);
    expect(reported).toMatchObject({ attempts: 1, outcome: null });
    expect(tasks).toMatchObject([
      { kind: 'revisit', params: { nextAttemptFrom: reported?.nextAttemptFrom } },
    ]);
    expect(await refused(clerk, caseNumber, command(revisit('not-reached')))).toMatchObject({
      status: 409,
      code: 'CASE.REVISIT_TOO_SOON',
    });
    await done(clerk, caseNumber, revisit('satisfied'), CLOSE);
  });
});

describe('A case that was served twice (R18)', () => {
  it('has a report for each service under a number of its own, each as a PDF', async () => {
    const engineer = await system.as('li.wei');
    const { caseNumber } = await registered(clerk);
    await done(clerk, caseNumber, ANSWER, CLASSIFY, dispatchTo('stf-027'));
    const visit = [{ type: 'arrive', data: {} }, REPAIR] as const;
    await done(engineer, caseNumber, ...visit, REPORT);
    await done(clerk, caseNumber, DISSATISFIED, { type: 'reopen', data: { reason: '仍然报警' } });
    expect(await detail(caseNumber)).toMatchObject({
      report: null,
      earlierReports: [{ number: `${caseNumber}-R1` }],
      doneFollowUps: [{ redress: 'rework', satisfied: null }],
    });
    await done(clerk, caseNumber, dispatchTo('stf-027'));
    await done(engineer, caseNumber, ...visit, { ...REPORT, data: { ...REPORT.data, labourMinutes: 45 } });
    expect(await detail(caseNumber)).toMatchObject({
      report: { number: `${caseNumber}-R2`, labourMinutes: 45 },
      earlierReports: [{ number: `${caseNumber}-R1`, labourMinutes: 90 }],
    });
    const pdf = (query: string) => clerk.ask(`/v1/cases/${caseNumber}/service-report.pdf${query}`, {});
    for (const [query, number] of [
      ['', 'R2'],
      ['?report=2', 'R2'],
      ['?report=1', 'R1'],
    ] as const) {
      const { status, headers, body } = await pdf(query);
      expect({ status, name: headers['content-disposition'] }).toEqual({
        status: 200,
        name: expect.stringContaining(`${caseNumber}-${number}.pdf`),
      });
      expect(body.startsWith('%PDF')).toBe(true);
    }
    expect((await pdf('?report=3')).status).toBe(404);
    expect((await pdf('?report=0')).status).toBe(400);
  });
});
