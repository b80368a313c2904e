import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { CustomerCase } from '../../../api/customer-portal/schema';
import { CustomerLinks } from '../../../platform/customer-links';
import { pdfPages } from '../../support/pdf-text';
import { Reader, type Problem as ProblemBody } from '../../support/reading';
import {
  ANSWER,
  CLASSIFY,
  command,
  dispatchTo,
  done,
  give,
  LANTING,
  type Given,
  registered,
  REPAIR,
  REPORT,
} from '../../support/requests';
import { newKey, startSystem, type TestSystem } from '../../support/system';

type Problem = ProblemBody & { readonly status: number };
const ENGINEER_ID = 'stf-027';
const { verification: _verification, ...UNTESTED } = REPAIR.data;
const REPAIR_UNTESTED = { type: 'repair', data: UNTESTED } as const;
const DIAGNOSE = {
  type: 'diagnose',
  data: {
    faultCode: 'high-temperature',
    causeCode: 'material-defect',
    finding: '温控阀卡死',
    plan: '更换温控阀',
  },
} as const;
const PASSED: Given & { type: 'verify' } = {
  type: 'verify',
  data: {
    outcome: 'passed',
    method: '满载运行一小时',
    readings: [{ what: '排气温度', value: '92 ℃' }],
    witnessedBy: '邵文娟',
  },
};
const FAILED = {
  type: 'verify',
  data: { outcome: 'failed', method: '满载运行十分钟', note: '排气温度仍升至 112 ℃' },
} as const;

describe('R17: a repair is tested with the customer', () => {
  let system: TestSystem;
  let clerk: Reader;
  let engineer: Reader;
  let number: string;

  beforeAll(async () => {
    system = await startSystem({ settings: { AFTERCARE_CUSTOMER_URL: 'https://service.example/case' } });
    [clerk, engineer] = [await system.as('lu.xinran'), await system.as('li.wei')];
    number = (await registered(clerk, { unitSerial: LANTING.unitSerial })).caseNumber;
    await done(clerk, number, ANSWER, CLASSIFY);
    const verdict = { labour: 100, parts: 100, travel: 100 };
    const director = await system.as('gu.chengan');
    await done(director, number, { type: 'overruleEntitlement', data: { verdict, reason: '老客户' } });
    await done(clerk, number, dispatchTo(ENGINEER_ID));
    await done(engineer, number, { type: 'arrive', data: {} }, DIAGNOSE, REPAIR_UNTESTED);
  });
  afterAll(() => system.close());

  const detail = async (): Promise<CaseDetail> => (await clerk.get<CaseDetail>(`/v1/cases/${number}`)).body;
  const slots = () => system.database.engineerSlot.count({ where: { processId: number } });
  const refused = async (by: Reader, given: object): Promise<Problem> =>
    (await give<Problem>(by, number, [{ id: newKey(), ...given }])).body;

  it('before that the engineer is still there, and nothing is reported', async () => {
    expect(await detail()).toMatchObject({
      stage: 'repaired',
      verification: null,
      tasks: [{ kind: 'verify' }],
    });
    expect(await slots()).toBe(1);
    expect(await refused(engineer, REPORT)).toMatchObject({ code: 'CASE.NOT_VERIFIED', status: 409 });
  });

  it('is for the engineer who was sent, and says what was wrong where it failed', async () => {
    expect(await refused(clerk, PASSED)).toMatchObject({ code: 'CASE.NOT_PERMITTED' });
    expect(await refused(await system.as('ding.wenbo'), PASSED)).toMatchObject({ status: 404 });
    const { note: _note, ...silent } = FAILED.data;
    expect(await refused(engineer, { type: 'verify', data: silent })).toMatchObject({
      code: 'COMMAND.INVALID',
      errors: [{ field: 'data.note' }],
    });
    expect(
      await refused(engineer, { type: 'verify', data: { ...PASSED.data, outcome: 'maybe' } }),
    ).toMatchObject({
      status: 400,
      errors: [{ field: 'commands.0.data.outcome' }],
    });
  });

  it('failed, the fault is looked for anew, once however often it is sent', async () => {
    const once = command(FAILED);
    await give(engineer, number, [once]);
    expect((await give(engineer, number, [once])).body).toMatchObject({ duplicate: true });
    expect(await detail()).toMatchObject({
      stage: 'on-site',
      diagnosis: null,
      repair: null,
      failedRepairs: [
        { attempt: 1, visit: 1, faultCode: 'high-temperature', verification: { note: FAILED.data.note } },
      ],
      tasks: [{ kind: 'diagnose' }],
    });
    expect(await refused(engineer, REPAIR)).toMatchObject({ code: 'CASE.DIAGNOSE_AGAIN' });
  });

  it('passed, the visit is over; case, customer and report tell how it was tested and who watched', async () => {
    await done(engineer, number, DIAGNOSE, REPAIR_UNTESTED, PASSED);
    expect(await slots()).toBe(0);
    await done(engineer, number, REPORT);
    const { outcome: _outcome, ...test } = PASSED.data;
    const verification = { ...test, note: null, by: '李巍', at: expect.any(String) };
    expect(await detail()).toMatchObject({
      stage: 'reported',
      verification,
      visits: [{ number: 1, outcome: 'repaired' }],
      firstTimeFix: true,
    });
    const links = CustomerLinks.of(system.database, system.config);
    const link = await links?.issue(
      { caseNumber: number, customerId: LANTING.id, purpose: 'case' },
      new Date(),
    );
    const customer = new Reader(system.app, link?.token ?? '');
    const { body } = await customer.get<CustomerCase>('/v1/customer/case');
    expect(body.verification).toEqual(verification);
    expect(body.timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['VerificationFailed', 'RepairVerified']),
    );
    const pdf = await system.app.inject({
      url: `/v1/cases/${number}/service-report.pdf?language=zh`,
      headers: { authorization: `Bearer ${engineer.token}` },
    });
    const text = (await pdfPages(pdf.rawPayload))
      .map((page) => page.text)
      .join('')
      .replace(/\s+/g, '');
    for (const claim of [
      '维修验证',
      '满载运行一小时',
      '排气温度：92℃',
      '客户见证人：邵文娟',
      '此前未通过验证的维修：1次',
    ])
      expect(text).toContain(claim);
  });
});
