import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { Problem, Reader } from '../../support/reading';
import { ANSWER, CLASSIFY, command, dispatchTo, done, give, registered } from '../../support/requests';
import { newKey, startSystem, type TestSystem } from '../../support/system';
import { UNFINISHED } from '../../unit/domain/support/commands';

describe('A command that the schema lets through and PostgreSQL cannot hold', () => {
  let system: TestSystem;
  let clerk: Reader;
  let director: Reader;
  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    director = await system.as('gu.chengan');
    // Columns and rules narrower than what the API takes: where they are alike, nothing of the kind gets as far.
    await system.database.$executeRaw`ALTER TABLE trip ALTER COLUMN labour_cost_cents TYPE smallint`;
    await system.database
      .$executeRaw`ALTER TABLE service_case ADD CONSTRAINT never_urgent CHECK (priority <> 'urgent')`;
  });
  afterAll(() => system.close());

  const change = (priority: string) =>
    ({ type: 'changePriority', data: { priority, reason: '客户停产' }, id: newKey() }) as const;

  it('is refused with 409 where a rule of the schema forbids it, leaves nothing, and the case takes the next one', async () => {
    const { caseNumber } = await registered(clerk);
    await done(clerk, caseNumber, ANSWER, CLASSIFY);
    const before = (await clerk.get<CaseDetail>(`/v1/cases/${caseNumber}`)).body;
    const refused = await give<Problem>(director, caseNumber, [change('urgent')]);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'COMMIT.CONSTRAINT', params: { constraint: 'never_urgent' } },
    });
    expect((await clerk.get<CaseDetail>(`/v1/cases/${caseNumber}`)).body).toEqual(before);
    expect(await give(director, caseNumber, [change('high')])).toMatchObject({ status: 200 });
  });

  it('is refused with 422 and its field where a number is out of range, and the same visit is told again', async () => {
    const { caseNumber } = await registered(clerk);
    const engineer = await system.as('li.wei');
    await done(clerk, caseNumber, ANSWER, CLASSIFY, dispatchTo('stf-027'));
    await done(engineer, caseNumber, { type: 'depart', data: {} }, { type: 'arrive', data: {} });
    const unfinished = { ...UNFINISHED, labourCostCents: 40_000 };
    const refused = await give<Problem>(engineer, caseNumber, [
      command({ type: 'leaveUnfinished', data: unfinished }),
    ]);
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'COMMIT.OUT_OF_RANGE',
        params: { value: '40000' },
        errors: [{ field: 'data.labourCostCents' }],
      },
    });
    expect(
      await give(engineer, caseNumber, [
        command({ type: 'leaveUnfinished', data: { ...unfinished, labourCostCents: 4_000 } }),
      ]),
    ).toMatchObject({ status: 200 });
  });
});
