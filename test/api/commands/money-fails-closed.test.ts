import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../schemas/case-detail';
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
  type Given,
} from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';

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
});
