import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import { auditStock } from '../../support/audit-stock';
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
import { verifying } from '../verify/verifying';

const PART = 'SP-11075';
const OTHER = 'SP-11022';
const ENGINEER = 'stf-027';
const STORE = 'sh-pudong';

describe('the parts of a service report, over HTTP (R18, R20)', () => {
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
  afterAll(async () => {
    expect(await auditStock(system.database)).toEqual([]);
    await system.close();
  });

  const repaired = async (quantity = 2): Promise<string> => {
    const { caseNumber } = await registered(clerk);
    await done(clerk, caseNumber, ANSWER, CLASSIFY, dispatchTo(ENGINEER, [{ partNumber: PART, quantity }]));
    await done(engineer, caseNumber, { type: 'arrive', data: {} }, REPAIR);
    return caseNumber;
  };
  type Used = NonNullable<Extract<Given, { type: 'report' }>['data']['partsUsed']>;
  const reportOf = (partsUsed: Used): Given => ({ type: 'report', data: { ...REPORT.data, partsUsed } });
  const refused = async (number: string, given: Given) => {
    const { status, body } = await give<Problem>(engineer, number, [command(given)]);
    return [status, body.code, ...body.errors.map(({ field }) => field)];
  };
  /** Pieces that are out with engineers, by part. */
  const out = async (partNumber: string): Promise<number> =>
    (await system.database.stockBalance.findFirst({ where: { locationId: 'issued', partNumber } }))
      ?.quantity ?? 0;
  const inStore = async (partNumber: string): Promise<number> =>
    (await system.database.stockBalance.findFirst({ where: { locationId: STORE, partNumber } }))?.quantity ??
    0;

  it('go back where they were not used, and come from the store where nobody reserved them', async () => {
    const before = { used: await out(PART), other: await out(OTHER), store: await inStore(OTHER) };
    const number = await repaired();
    await done(
      engineer,
      number,
      reportOf([
        { partNumber: PART, quantity: 1 },
        { partNumber: OTHER, quantity: 1 },
      ]),
    );
    const now = await eventually(
      async () => [await out(PART), await out(OTHER), await inStore(OTHER)],
      ([used, other]) => used === before.used + 1 && other === before.other + 1,
    );
    expect(now).toEqual([before.used + 1, before.other + 1, before.store - 1]);

    await done(director, number, {
      type: 'amendReport',
      data: { changes: { partsUsed: [{ partNumber: PART, quantity: 2 }] }, reason: '漏记一件' },
    });
    expect(
      await eventually(
        async () => [await out(PART), await out(OTHER)],
        ([used]) => used === before.used + 2,
      ),
    ).toEqual([before.used + 2, before.other]);
  });

  it('that the store has not got are a task for a person', async () => {
    const number = await repaired();
    await done(
      engineer,
      number,
      reportOf([
        { partNumber: PART, quantity: 2 },
        { partNumber: OTHER, quantity: 1_000 },
      ]),
    );
    const { followUps } = await eventually(
      async () => (await clerk.get<CaseDetail>(`/v1/cases/${number}`)).body,
      (seen) => seen.followUps.length > 0,
    );
    expect(followUps).toMatchObject([{ kind: 'call-failed', reason: expect.stringContaining(OTHER) }]);
  });

  it('are refused with their line: more than was issued, an unknown part, a serial number twice', async () => {
    const number = await repaired();
    const line = { partNumber: PART, quantity: 1 };
    expect(await refused(number, reportOf([line, { ...line, quantity: 2 }]))).toEqual([
      422,
      'REPORT.MORE_THAN_ISSUED',
      'data.partsUsed.1.quantity',
    ]);
    expect(await refused(number, reportOf([line, { partNumber: 'SP-99999', quantity: 1 }]))).toEqual([
      422,
      'REQUEST.REFERENCE_UNKNOWN',
      'commands.0.data.partsUsed.1.partNumber',
    ]);
    const twice = [
      { ...line, serialNumbers: ['SN 77-01'] },
      { ...line, serialNumbers: ['ｓｎ7701'] },
    ];
    expect(await refused(number, reportOf(twice))).toEqual([
      422,
      'REPORT.SERIAL_TWICE',
      'data.partsUsed.1.serialNumbers.0',
    ]);
    await done(engineer, number, reportOf([line]));
  });

  it('with a serial number are in one machine only, whatever the spelling and whoever reports first', async () => {
    const [first, second] = [await repaired(1), await repaired(1)];
    const line = { partNumber: PART, quantity: 1 };
    await done(engineer, first, reportOf([{ ...line, serialNumbers: ['KX-2026–0001'] }]));
    expect(await refused(second, reportOf([{ ...line, serialNumbers: ['kx 20260001'] }]))).toEqual([
      409,
      'REPORT.SERIAL_ELSEWHERE',
      'data.partsUsed.0.serialNumbers.0',
    ]);
    // Pieces released by the first report are free for the second.
    await done(director, first, {
      type: 'amendReport',
      data: { changes: { partsUsed: [{ ...line, serialNumbers: ['KX-2026-0002'] }] }, reason: '序列号录错' },
    });
    await done(engineer, second, reportOf([{ ...line, serialNumbers: ['kx 20260001'] }]));
  });

  it('leave nothing that verify finds', async () => {
    expect((await verifying(system.database)).found).toEqual([]);
  });
});
