import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { Problem } from '../../support/reading';
import { ANSWER, CLASSIFY, command, done, give, LANTING, registered } from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';

const OVERRULE = {
  type: 'overruleEntitlement',
  data: { verdict: { labour: 100, parts: 50, travel: 0 }, reason: '老客户，主任特批' },
} as const;

describe('The entitlement of a case (R6)', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(() => system.close());

  const detailOf = async (caseNumber: string): Promise<CaseDetail> =>
    (await (await system.as('lu.xinran')).get<CaseDetail>(`/v1/cases/${caseNumber}`)).body;

  it('is told with its reasons, overruled by a supervisor alone, and both stay to be seen', async () => {
    const clerk = await system.as('lu.xinran');
    const { caseNumber } = await registered(clerk, { unitSerial: LANTING.unitSerial });
    const judged = {
      state: 'out-of-warranty',
      labour: {
        percent: 0,
        reason: 'expired',
        reasonName: { en: 'the warranty is over' },
        until: '2023-04-19',
      },
      basis: { from: 'installation', soldOn: '2021-03-30', installedOn: '2021-04-19' },
    };
    expect(await detailOf(caseNumber)).toMatchObject({
      warranty: 'out-of-warranty',
      entitlement: { inForce: { labour: 0, parts: 0, travel: 0 }, judged, overruling: null },
    });
    await done(clerk, caseNumber, ANSWER, CLASSIFY);

    const refused = await give<Problem>(clerk, caseNumber, [command(OVERRULE)]);
    expect([refused.status, refused.body.code]).toEqual([403, 'CASE.NOT_PERMITTED']);
    const director = await system.as('gu.chengan');
    await done(director, caseNumber, OVERRULE);
    expect(await detailOf(caseNumber)).toMatchObject({
      warranty: 'in-warranty',
      entitlement: {
        inForce: { labour: 100, parts: 50, travel: 0 },
        judged,
        overruling: { reason: '老客户，主任特批', by: { id: 'stf-009', name: '顾承安' }, overruled: judged },
      },
    });
    const again = await give<Problem>(director, caseNumber, [command(OVERRULE)]);
    expect([again.status, again.body.code]).toEqual([422, 'CASE.SAME_ENTITLEMENT']);
    // The list and its filters say the same.
    const row = await system.database.serviceCase.findUniqueOrThrow({ where: { number: caseNumber } });
    expect(row.warranty).toBe('in-warranty');
  });

  it('is covered by the contract on the unit', async () => {
    const clerk = await system.as('lu.xinran');
    const unit = await system.database.unit.findUniqueOrThrow({ where: { id: 'unt-0003' } });
    const { caseNumber } = await registered(clerk, { unitSerial: unit.serial });
    expect(await detailOf(caseNumber)).toMatchObject({
      warranty: 'in-warranty',
      entitlement: {
        judged: {
          labour: { percent: 100, reason: 'contract', source: 'SV-2025-0001' },
          parts: { percent: 80, reason: 'contract', until: '2027-06-30' },
          basis: { contract: { number: 'SV-2025-0001' } },
        },
      },
    });
  });

  it('is not there where no unit is named', async () => {
    const { caseNumber } = await registered(await system.as('lu.xinran'));
    expect((await detailOf(caseNumber)).entitlement).toBeNull();
  });
});
