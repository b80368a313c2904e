import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
} from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';

const PART = 'SP-11022';

describe('turns that a case can take', () => {
  let system: TestSystem;
  let clerk: Reader;
  let director: Reader;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    director = await system.as('gu.chengan');
  });
  afterAll(() => system.close());

  const stocked = async () => {
    const { depots } = await system.parts.stockOf(PART);
    return depots.map(({ depot, available, reserved }) => `${depot} ${available} ${reserved}`).sort();
  };
  const called = (processId: string, call: string, from = 0) =>
    eventually(
      () =>
        system.database.processEvent.findMany({
          where: { processId, type: 'CallSettled', seq: { gt: from } },
          orderBy: { seq: 'asc' },
        }),
      (events) => events.some(({ data }) => JSON.stringify(data).includes(`"${call}"`)),
    );

  it('R5: what staff cannot answer is answered by headquarters, and by nobody else then', async () => {
    const { caseNumber } = await registered(clerk);
    await done(clerk, caseNumber, {
      type: 'escalateQuestion',
      data: { question: '该机型可用食品级润滑油吗？' },
    });
    const own = await give<Problem>(clerk, caseNumber, [command(ANSWER)]);
    expect({ status: own.status, code: own.body.code }).toEqual({
      status: 403,
      code: 'CASE.QUESTION_WITH_HQ',
    });
    const twice = await give<Problem>(clerk, caseNumber, [
      command({ type: 'escalateQuestion', data: { question: '？' } }),
    ]);
    expect({ status: twice.status, code: twice.body.code }).toEqual({
      status: 409,
      code: 'CASE.ALREADY_ESCALATED',
    });
    const answered = await done(await system.as('he.yutong'), caseNumber, ANSWER);
    expect(answered.stage).toBe('answered');
    expect((await done(clerk, caseNumber, CLASSIFY)).stage).toBe('classified');
  });

  it('cancelling after dispatch puts the parts back', async () => {
    const before = await stocked();
    const { caseNumber } = await registered(clerk);
    await done(
      clerk,
      caseNumber,
      ANSWER,
      CLASSIFY,
      dispatchTo('stf-027', [{ partNumber: PART, quantity: 3 }]),
    );
    await called(caseNumber, 'reserveParts');
    expect(await stocked()).not.toEqual(before);
    expect(
      (await done(director, caseNumber, { type: 'cancel', data: { reason: '客户自行修好' } })).stage,
    ).toBe('cancelled');
    await eventually(stocked, (now) => JSON.stringify(now) === JSON.stringify(before));
  });

  it('cancelling after the report leaves the cost of what was done, and the parts that were used', async () => {
    const { caseNumber } = await registered(clerk);
    await done(
      clerk,
      caseNumber,
      ANSWER,
      CLASSIFY,
      dispatchTo('stf-027', [{ partNumber: PART, quantity: 1 }]),
    );
    const engineer = await system.as('li.wei');
    await done(engineer, caseNumber, { type: 'arrive', data: {} }, REPAIR, REPORT);
    const balance = () => system.finance.caseBalance(caseNumber);
    await eventually(balance, ({ totals }) => totals[0]?.costCents === 61_600);
    await done(director, caseNumber, { type: 'cancel', data: { reason: '误登记' } });
    await eventually(
      async () => (await system.database.process.findUniqueOrThrow({ where: { id: caseNumber } })).ended,
      (ended) => ended,
    );
    expect((await balance()).totals).toEqual([
      { currency: 'CNY', costCents: 61_600, revenueCents: 0, profitCents: -61_600 },
    ]);
  });

  it('a second request about an open case is offered, and merges only when a clerk says so', async () => {
    const first = await registered(clerk, { subject: '原请求' });
    const second = await registered(clerk, { subject: '又来催', text: '什么时候来人？机器还停着。' });
    expect(second.caseNumber).not.toBe(first.caseNumber);
    expect(second.openCases.map(({ number }) => number)).toContain(first.caseNumber);
    const join = { type: 'join', data: { into: first.caseNumber } } as const;
    const early = await give<Problem>(clerk, second.caseNumber, [command(join)]);
    expect({ status: early.status, code: early.body.code }).toEqual({
      status: 409,
      code: 'CASE.NOT_ANSWERED',
    });
    await done(clerk, second.caseNumber, ANSWER, join);
    const joined = await eventually(
      () => clerk.get<{ stage: string; allowedCommands: string[] }>(`/v1/cases/${second.caseNumber}`),
      ({ body }) => body.stage === 'joined',
    );
    expect(joined.body.allowedCommands).toEqual([]);
    const timeline = await eventually(
      () => clerk.get<object>(`/v1/cases/${first.caseNumber}/timeline?limit=100`),
      ({ body }) => JSON.stringify(body).includes('什么时候来人'),
    );
    expect(JSON.stringify(timeline.body)).toContain(second.number);
    const late = await give<Problem>(clerk, second.caseNumber, [command(ANSWER)]);
    expect({ status: late.status, code: late.body.code }).toEqual({ status: 409, code: 'CASE.ENDED' });
    expect((await registered(clerk)).openCases.map(({ number }) => number)).not.toContain(second.caseNumber);
  });

  it('a case is not joined to itself, nor to one that is over or that the clerk does not see', async () => {
    const { caseNumber } = await registered(clerk);
    await done(clerk, caseNumber, ANSWER);
    const over = await registered(clerk);
    await done(director, over.caseNumber, { type: 'cancel', data: { reason: '重复' } });
    const elsewhere = await registered(await system.as('huang.yongqi'), {
      sender: { kind: 'customer', name: '简志豪', phone: '+8618772429565' },
    });
    const codes = [];
    for (const into of [caseNumber, over.caseNumber, elsewhere.caseNumber, 'AS-2001-000001']) {
      const { status, body } = await give<Problem>(clerk, caseNumber, [
        command({ type: 'join', data: { into } }),
      ]);
      codes.push(`${status} ${body.code} ${body.errors[0]?.field}`);
    }
    const unknown = '422 REQUEST.REFERENCE_UNKNOWN commands.0.data.into';
    expect(codes).toEqual(['422 CASE.CANNOT_JOIN_ITSELF data.into', unknown, unknown, unknown]);
  });
});
