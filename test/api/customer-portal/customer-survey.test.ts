import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { CustomerCommandResult, CustomerSurvey } from '../../../api/customer-portal/schema';
import { MessageBox } from '../../support/message-box';
import { Reader, type Answer, type Problem } from '../../support/reading';
import { ANSWER, CLASSIFY, done, registered, type Given } from '../../support/requests';
import { eventually, newKey, startSystem, type TestSystem } from '../../support/system';

type Result = Static<typeof CustomerCommandResult> & Problem;

const PLEASED = { productScore: 5, serviceScore: 4, comment: '师傅很准时' };
const DISPLEASED = { productScore: 1, serviceScore: 1, comment: '还在报警' };

let system: TestSystem;
let clerk: Reader;
let box: MessageBox;
beforeAll(async () => {
  system = await startSystem({ settings: { AFTERCARE_CUSTOMER_URL: 'https://service.example/case' } });
  clerk = await system.as('lu.xinran');
  box = new MessageBox(system);
});
afterAll(() => system.close());

const RESOLVE = { type: 'resolveRemotely', data: { resolution: '电话指导复位' } } as const;
/** A case whose survey is asked, and its customer with the link from that message. */
async function asked(...then: readonly Given[]): Promise<{ caseNumber: string; by: Reader }> {
  const { caseNumber } = await registered(clerk);
  await done(clerk, caseNumber, ANSWER, CLASSIFY, RESOLVE);
  const by = new Reader(system.app, await box.token(caseNumber, 'survey-asked'));
  for (const one of then) await done(clerk, caseNumber, one);
  return { caseNumber, by };
}
const answer = (by: Reader, data: object, id = newKey()): Promise<Answer<Result>> =>
  by.send<Result>('POST', '/v1/customer/case/commands', {}, { id, type: 'recordSurvey', data });
const answersOf = (processId: string) =>
  system.database.processEvent.findMany({ where: { processId, type: 'SurveyAnswered' } });
const outcome = ({ status, body }: Answer<Result>) => ({
  status,
  code: body.code,
  duplicate: body.duplicate,
});
const DONE = { status: 200, code: undefined, duplicate: false };
const DONE_BEFORE = { ...DONE, duplicate: true };
const byStatus = (answers: readonly Answer<Result>[]) =>
  answers.map(outcome).sort((a, b) => a.status - b.status || Number(a.duplicate) - Number(b.duplicate));

describe('Two answers at once by the link of one survey (R22)', () => {
  it('are one answer where they say the same: both senders are told that it is done', async () => {
    const { caseNumber, by } = await asked();
    const both = await Promise.all([answer(by, PLEASED), answer(by, PLEASED)]);
    expect(byStatus(both)).toEqual([DONE, DONE_BEFORE]);
    expect(await answersOf(caseNumber)).toHaveLength(1);
  });

  it('are the first one where they differ; the other is told that it is answered, how and when', async () => {
    const { caseNumber, by } = await asked();
    const both = await Promise.all([answer(by, PLEASED), answer(by, DISPLEASED)]);
    expect(byStatus(both)).toEqual([
      DONE,
      { status: 409, code: 'SURVEY.ANSWERED_ALREADY', duplicate: undefined },
    ]);
    const taken = both[0].status === 200 ? PLEASED : DISPLEASED;
    const [event, ...more] = await answersOf(caseNumber);
    expect(event?.data).toMatchObject({ ...taken, how: 'link' });
    expect(more).toEqual([]);
    const lost = both.find(({ status }) => status === 409)?.body;
    expect(lost?.detail).toMatch(/^该满意度评价已于 \d{4}-\d\d-\d\d \d\d:\d\d 通过链接提交。/);
  });
});

describe('A survey that is answered', () => {
  it('takes the same once more as done, by the link that is used up; otherwise it says that it is answered', async () => {
    const { caseNumber, by } = await asked();
    const id = newKey();
    expect(outcome(await answer(by, PLEASED, id))).toEqual(DONE);
    const usedAt = async () =>
      (await system.database.customerLink.findFirstOrThrow({ where: { caseNumber, purpose: 'survey' } }))
        .usedAt;
    const used = await usedAt();
    expect(used).toBeInstanceOf(Date);
    expect(outcome(await answer(by, PLEASED, id))).toEqual(DONE_BEFORE);
    expect(outcome(await answer(by, PLEASED))).toEqual(DONE_BEFORE);
    expect(outcome(await answer(by, DISPLEASED, id))).toMatchObject({
      status: 422,
      code: 'COMMAND.ID_REUSED',
    });
    expect(outcome(await answer(by, DISPLEASED))).toMatchObject({
      status: 409,
      code: 'SURVEY.ANSWERED_ALREADY',
    });
    expect(await by.get('/v1/customer/survey')).toMatchObject({ status: 410, body: { code: 'LINK.USED' } });
    expect(await usedAt()).toEqual(used);
    expect(await answersOf(caseNumber)).toHaveLength(1);
  });

  it('to a clerk on the phone says so to the customer, without the clerk’s name, and when the case is closed too', async () => {
    const { caseNumber, by } = await asked({ type: 'recordSurvey', data: PLEASED });
    const messages = async () => {
      const { status, body } = await answer(by, DISPLEASED);
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'SURVEY.ANSWERED_ALREADY' });
      expect(body.detail).toContain('由我们的工作人员按您的答复登记');
      expect(JSON.stringify(body)).not.toMatch(/陆欣然|stf-/);
    };
    await messages();
    const revisit = { outcome: 'satisfied', note: '正常' } as const;
    await done(clerk, caseNumber, { type: 'recordRevisit', data: revisit }, { type: 'close', data: {} });
    await messages();
    expect(outcome(await answer(by, PLEASED))).toEqual(DONE_BEFORE);
    expect(await answersOf(caseNumber)).toHaveLength(1);
  });

  it('before the case was reopened leaves its link used up: the next service has a survey of its own', async () => {
    const { caseNumber, by } = await asked();
    expect(outcome(await answer(by, DISPLEASED))).toEqual(DONE);
    await done(clerk, caseNumber, { type: 'reopen', data: { reason: '仍然报警' } }, RESOLVE);
    expect(outcome(await answer(by, PLEASED))).toMatchObject({ status: 410, code: 'LINK.USED' });
    const next = new Reader(system.app, await box.token(caseNumber, 'survey-asked'));
    expect(next.token).not.toBe(by.token);
    expect(outcome(await answer(next, PLEASED))).toEqual(DONE);
    expect(await answersOf(caseNumber)).toHaveLength(2);
  });
});

describe('A survey that nobody answered in time', () => {
  it('takes no answer any more, and says so', async () => {
    await system.database.clockPolicy.updateMany({
      where: { clock: 'survey' },
      data: { targetSeconds: 1, expireAfterSeconds: 1 },
    });
    const { caseNumber, by } = await asked();
    await eventually(
      () => by.get<Static<typeof CustomerSurvey>>('/v1/customer/survey'),
      ({ body }) => body.state === 'lapsed',
    );
    expect(outcome(await answer(by, PLEASED))).toMatchObject({ status: 409, code: 'SURVEY.OVER' });
    expect(await answersOf(caseNumber)).toEqual([]);
  });
});
