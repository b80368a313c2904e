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
  LANTING,
  registered,
  REPAIR,
  REPORT,
  type Given,
} from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';
import { verifying } from '../verify/verifying';

/** 28,600 and 4,850 CNY a piece; the company's rules ask above 3,000 and 15,000. */
const AIREND = 'SP-43132';
const CONTROLLER = 'SP-41001';

describe('money that has to be approved, over HTTP (R7, R9)', () => {
  let system: TestSystem;
  let clerk: Reader;
  let engineer: Reader;
  let director: Reader;
  let manager: Reader;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    engineer = await system.as('li.wei');
    director = await system.as('gu.chengan');
    manager = await system.as('zhou.huaijin');
  });
  afterAll(() => system.close());

  const detail = async (number: string) => (await director.get<CaseDetail>(`/v1/cases/${number}`)).body;
  const refusal = async (by: Reader, number: string, given: Given) => {
    const { status, body } = await give<Problem>(by, number, [command(given)]);
    return `${status} ${body.code}`;
  };
  const approve = (approvalId: string): Given => ({
    type: 'decideApproval',
    data: { approvalId, decision: 'approve', reason: '同意。' },
  });

  it('a quote of nothing for what nothing covers is below its cost, and waits for headquarters', async () => {
    const { caseNumber: number } = await registered(clerk, { unitSerial: LANTING.unitSerial });
    await done(clerk, number, ANSWER, CLASSIFY, dispatchTo('stf-027'));
    await done(engineer, number, { type: 'arrive', data: {} });
    await done(engineer, number, {
      type: 'prepareQuote',
      data: {
        lines: [
          { item: 'labour', minutes: 60, unitPriceCents: 0 },
          { item: 'parts', partNumber: 'SP-11075', quantity: 1, unitPriceCents: 0 },
        ],
      },
    });
    expect(await detail(number)).toMatchObject({
      quote: { status: 'in-approval', totalCents: 0 },
      approvals: [{ approvalId: 'quote:1', ruleId: 'quote-below-cost', status: 'open' }],
    });
    expect(await refusal(engineer, number, REPAIR)).toBe('409 CASE.QUOTE_NEEDED');
    await done(manager, number, approve('quote:1'));
    expect((await detail(number)).quote).toMatchObject({ status: 'nothing-to-pay' });
    await done(engineer, number, REPAIR);
  });

  const diagnosing = (parts: { partNumber: string; quantity: number }[] = []): Given => ({
    type: 'diagnose',
    data: { faultCode: 'high-temperature', causeCode: 'wear-out', finding: 'x', plan: '更换主机。', parts },
  });
  const orderOf = (partNumber: string, quantity = 1): Given => ({
    type: 'orderParts',
    data: {
      neededBy: new Date(Date.now() + 86_400_000).toISOString(),
      consignee: { name: '兰亭', address: '上海市', contact: '邵文娟', phone: LANTING.phone },
      lines: [{ partNumber, quantity }],
    },
  });
  /** Without a unit: nothing says that the customer pays. */
  const onSite = async (parts: { partNumber: string; quantity: number }[] = []) => {
    const { caseNumber } = await registered(clerk);
    await done(clerk, caseNumber, ANSWER, CLASSIFY, dispatchTo('stf-027', parts));
    return caseNumber;
  };
  const approvals = async (number: string) =>
    (await detail(number)).approvals.map(({ approvalId, status, ruleId, amountCents }) =>
      [approvalId, status, ruleId, amountCents].join(' '),
    );
  const orders = async (number: string) => (await detail(number)).partsOrders.length;

  it('what is ordered beyond the plan is ordered once it is approved, and not before', async () => {
    const number = await onSite();
    await done(engineer, number, { type: 'arrive', data: {} }, diagnosing());
    await done(engineer, number, orderOf(AIREND));
    expect(await approvals(number)).toEqual(['repair-plan:1 open plan-over-15000 2860000']);
    expect(await orders(number)).toBe(0);
    expect(await refusal(engineer, number, orderOf(CONTROLLER, 2))).toBe('409 CASE.APPROVAL_PENDING');
    expect(await refusal(engineer, number, REPAIR)).toBe('409 CASE.APPROVAL_PENDING');
    await done(manager, number, approve('repair-plan:1'));
    expect(await orders(number)).toBe(1);
    await done(engineer, number, orderOf(CONTROLLER, 2));
    expect(await approvals(number)).toEqual([
      'repair-plan:1 approved plan-over-15000 2860000',
      'repair-plan:2 open plan-over-15000 3830000',
    ]);
  });

  it('a planned part is not ordered while its plan waits, and needs no second approval', async () => {
    const number = await onSite();
    const planned = diagnosing([{ partNumber: AIREND, quantity: 1 }]);
    await done(engineer, number, { type: 'arrive', data: {} }, planned);
    expect(await refusal(engineer, number, orderOf(AIREND))).toBe('409 CASE.APPROVAL_PENDING');
    await done(manager, number, approve('repair-plan:1'));
    await done(engineer, number, orderOf(AIREND));
    expect([await orders(number), (await approvals(number)).length]).toEqual([1, 1]);
  });

  it('parts taken along count: the engineer is sent, and the repair waits', async () => {
    const number = await onSite([
      { partNumber: 'SP-31075', quantity: 1 },
      { partNumber: 'SP-41003', quantity: 1 },
      { partNumber: 'SP-62075', quantity: 1 },
    ]);
    expect(await approvals(number)).toEqual(['repair-plan:1 open plan-over-3000 878000']);
    await done(engineer, number, { type: 'depart', data: {} }, { type: 'arrive', data: {} });
    expect(await refusal(engineer, number, REPAIR)).toBe('409 CASE.APPROVAL_PENDING');
    await done(director, number, approve('repair-plan:1'));
    await done(engineer, number, REPAIR);
  });

  it('what was used from the store stands in the report, and is decided on before the case closes', async () => {
    const number = await onSite();
    await done(engineer, number, { type: 'arrive', data: {} }, REPAIR);
    await done(engineer, number, {
      ...REPORT,
      data: { ...REPORT.data, partsUsed: [{ partNumber: CONTROLLER, quantity: 1, fromStore: true }] },
    });
    expect(await approvals(number)).toEqual(['repair-plan:1 open plan-over-3000 485000']);
    expect((await detail(number)).tasks.map(({ kind }) => kind)).toContain('approve');
    await done(director, number, approve('repair-plan:1'));
    const { found } = await verifying(system.database);
    expect(found).toEqual([]);
  });
});
