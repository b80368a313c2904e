import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { WireData } from '../../../api/case-commands/schema';
import type { Reader } from '../../support/reading';
import { ANSWER, CLASSIFY, dispatchTo, done, LANTING, registered } from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';

/** 4,850 CNY a piece by the price register; the company's rules ask for an approval above 3,000. */
const CONTROLLER = 'SP-41001';
const FILTER = 'SP-11022';
type Plan = Pick<WireData<'diagnose'>, 'parts' | 'estimatedCost'>;

describe('a plan is judged by what the registers know, whatever is sent (R9)', () => {
  let system: TestSystem;
  let clerk: Reader;
  let engineer: Reader;
  let director: Reader;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    engineer = await system.as('li.wei');
    director = await system.as('gu.chengan');
  });
  afterAll(() => system.close());

  const approvalsOf = async (plan: Plan) => {
    const { caseNumber } = await registered(clerk, { unitSerial: LANTING.unitSerial });
    await done(clerk, caseNumber, ANSWER, CLASSIFY, dispatchTo('stf-027'));
    await done(
      engineer,
      caseNumber,
      { type: 'arrive', data: {} },
      {
        type: 'diagnose',
        data: { faultCode: 'high-temperature', causeCode: 'wear-out', finding: 'x', plan: 'y', ...plan },
      },
    );
    const { body } = await director.get<CaseDetail>(`/v1/cases/${caseNumber}`);
    return body.approvals.map(({ ruleId, amountCents, currency }) => ({ ruleId, amountCents, currency }));
  };

  it('an estimate of one US cent avoids no approval of a part of 4,850 CNY', async () => {
    expect(
      await approvalsOf({
        parts: [{ partNumber: CONTROLLER, quantity: 1 }],
        estimatedCost: { amountCents: 1, currency: 'USD' },
      }),
    ).toEqual([{ ruleId: 'plan-over-3000', amountCents: 485_000, currency: 'CNY' }]);
  });

  it('a part below the limit needs none, whatever is estimated', async () => {
    expect(
      await approvalsOf({
        parts: [{ partNumber: FILTER, quantity: 2 }],
        estimatedCost: { amountCents: 99_000_000, currency: 'CNY' },
      }),
    ).toEqual([]);
  });

  it('a part that no register knows needs one unless it is estimated in a currency that a rule covers', async () => {
    const parts = [{ partNumber: 'BOUGHT-IN-7', quantity: 1 }];
    expect(await approvalsOf({ parts })).toMatchObject([{ amountCents: null, currency: null }]);
    expect(await approvalsOf({ parts, estimatedCost: { amountCents: 1, currency: 'USD' } })).toMatchObject([
      { amountCents: 1, currency: 'USD' },
    ]);
    expect(await approvalsOf({ parts, estimatedCost: { amountCents: 300_000, currency: 'CNY' } })).toEqual(
      [],
    );
    expect(await approvalsOf({ parts, estimatedCost: { amountCents: 300_001, currency: 'CNY' } })).toEqual([
      { ruleId: 'plan-over-3000', amountCents: 300_001, currency: 'CNY' },
    ]);
  });

  it('a plan without parts and without an estimate costs nothing', async () => {
    expect(await approvalsOf({ parts: [] })).toEqual([]);
  });
});
