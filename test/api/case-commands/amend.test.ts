import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import { aJpeg, aPng } from '../../support/files';
import type { Problem, Reader } from '../../support/reading';
import {
  ANSWER,
  CLASSIFY,
  command,
  dispatchTo,
  done,
  give,
  type Given,
  registered,
  REPAIR,
  REPORT,
} from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';
import { upload } from '../../support/uploads';

const SERIALS = ['TV-0091'];
const PARTS = [{ partNumber: 'SP-11022', name: '温控阀', quantity: 1, serialNumbers: SERIALS }];

describe('The service report, from the visit to its correction (R10, R18)', () => {
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

  const detail = async (number: string): Promise<CaseDetail> =>
    (await director.get<CaseDetail>(`/v1/cases/${number}`)).body;
  const costs = (number: string) => system.finance.caseBalance(number);
  const codeOf = async (by: Reader, number: string, given: object): Promise<string> => {
    const { status, body } = await give<Problem>(by, number, [{ id: crypto.randomUUID(), ...given }]);
    return `${status} ${body.code} ${body.errors[0]?.field ?? ''}`.trim();
  };
  const keep = async (number: string, bytes: Buffer, type: string): Promise<string> =>
    (await upload(system.app, engineer, number, { bytes, type })).body.id;

  /** At the engineer's hands, on site. */
  async function visited(): Promise<string> {
    const { caseNumber } = await registered(clerk);
    await done(clerk, caseNumber, ANSWER, CLASSIFY, dispatchTo('stf-027'));
    await done(engineer, caseNumber, { type: 'arrive', data: {} }, REPAIR);
    return caseNumber;
  }

  async function reported(): Promise<string> {
    const number = await visited();
    await done(engineer, number, REPORT);
    return number;
  }

  it('holds what was found and done, the parts by serial number, photos and the signature', async () => {
    const number = await visited();
    const photo = await keep(number, aJpeg(), 'image/jpeg');
    const signature = await keep(number, aPng(), 'image/png');
    await done(engineer, number, { type: 'attach', data: { attachmentId: photo, caption: '铭牌' } });
    const data = { ...REPORT.data, partsUsed: PARTS, photoIds: [photo], signatureId: signature };
    await done(engineer, number, { type: 'report', data });
    const { report, attachments } = await detail(number);
    expect(report).toMatchObject({
      number: `${number}-R1`,
      version: 1,
      fault: REPAIR.data.fault,
      cause: REPAIR.data.cause,
      work: REPAIR.data.work,
      partsUsed: PARTS,
      photos: [{ id: photo, type: 'image/jpeg' }],
      signedBy: REPORT.data.signedBy,
      signature: { id: signature, type: 'image/png' },
      versions: [{ version: 1, by: { id: 'stf-027' }, reason: null, changes: [] }],
    });
    expect(attachments).toMatchObject([{ id: photo, caption: '铭牌', sizeBytes: aJpeg().length }]);
  });

  it('is corrected in the open: every version stays, and ledger and case agree to the cent', async () => {
    const number = await reported();
    await eventually(
      () => costs(number),
      ({ totals }) => totals[0]?.costCents === 61_600,
    );
    const corrected = command({
      type: 'amendReport',
      data: { changes: { partsCostCents: 23_550, remarks: '备件按活动价' }, reason: '备件价格录入错误' },
    });
    const first = await give(director, number, [corrected]);
    expect(first.status).toBe(200);
    // Sent again, as after a broken connection: once in effect.
    expect((await give(director, number, [corrected])).body).toMatchObject({ duplicate: true });
    await eventually(
      () => costs(number),
      ({ totals }) => totals[0]?.costCents === 61_550,
    );
    const changes = { labourCostCents: 4_000, travelCostCents: 1_000, partsCostCents: 3_300 };
    // A case has one currency.
    const inDollars: Given = {
      type: 'amendReport',
      data: { changes: { ...changes, currency: 'USD' }, reason: '客户以美元结算' },
    };
    expect(await give(engineer, number, [command(inDollars)])).toMatchObject({
      status: 422,
      body: { code: 'MONEY.OTHER_CURRENCY' },
    });
    await done(engineer, number, { type: 'amendReport', data: { changes, reason: '金额录入错误' } });
    const { totals } = await eventually(
      () => costs(number),
      (now) => now.totals[0]?.costCents === 8_300,
    );
    expect(totals.map(({ currency, costCents }) => `${currency} ${costCents}`)).toEqual(['CNY 8300']);
    const { report } = await detail(number);
    expect(report).toMatchObject({
      version: 3,
      currency: 'CNY',
      partsCostCents: 3_300,
      remarks: '备件按活动价',
    });
    expect(report?.versions).toMatchObject([
      { version: 1, report: { partsCostCents: 23_600, remarks: null } },
      {
        version: 2,
        by: { id: expect.any(String), name: '顾承安' },
        reason: '备件价格录入错误',
        changes: [
          { field: 'partsCostCents', from: 23_600, to: 23_550 },
          { field: 'remarks', from: null, to: '备件按活动价' },
        ],
        report: { partsCostCents: 23_550, labourCostCents: 30_000 },
      },
      { version: 3, by: { id: 'stf-027' }, report: { currency: 'CNY', labourCostCents: 4_000 } },
    ]);
  });

  it('stays in the ledger as it reads by then when the case is cancelled after a correction', async () => {
    const number = await reported();
    await done(engineer, number, {
      type: 'amendReport',
      data: { changes: { labourCostCents: 45_000 }, reason: '工时单价更正' },
    });
    await done(director, number, { type: 'cancel', data: { reason: '误登记' } });
    const { travelCostCents, partsCostCents } = REPORT.data;
    const totals = await eventually(
      async () => (await costs(number)).totals,
      ([total]) => total?.costCents === 45_000 + travelCostCents + partsCostCents,
    );
    expect(totals).toMatchObject([{ costCents: 45_000 + travelCostCents + partsCostCents }]);
  });

  it('is refused where it cannot be so, and nothing has changed', async () => {
    const number = await reported();
    const other = await visited();
    const foreign = await keep(other, aJpeg('foreign'), 'image/jpeg');
    const photo = await keep(number, aJpeg('own'), 'image/jpeg');
    const scan = await keep(number, Buffer.from('%PDF-1.7'), 'application/pdf');
    const before = await detail(number);
    const amend = (changes: object) => ({ type: 'amendReport', data: { changes, reason: 'x' } });
    const report = (more: object) => ({ type: 'report', data: { ...REPORT.data, ...more } });
    const AT = 'commands.0.data';
    const answers = [
      [await codeOf(engineer, other, amend({ labourMinutes: 1 })), '409 CASE.WRONG_STAGE'],
      [await codeOf(clerk, number, amend({ labourMinutes: 1 })), '403 CASE.NOT_PERMITTED'],
      [
        await codeOf(await system.as('huang.yongqi'), number, amend({ labourMinutes: 1 })),
        '404 RESOURCE.NOT_FOUND',
      ],
      [await codeOf(engineer, number, amend({})), `400 REQUEST.INVALID ${AT}.changes`],
      [
        await codeOf(engineer, number, amend({ labourMinutes: -1 })),
        `400 REQUEST.INVALID ${AT}.changes.labourMinutes`,
      ],
      [await codeOf(engineer, number, amend({ colour: 'red' })), `400 REQUEST.INVALID ${AT}.changes.colour`],
      [
        await codeOf(engineer, number, amend({ labourMinutes: 90 })),
        '422 REPORT.NOTHING_CHANGED data.changes',
      ],
      [
        await codeOf(engineer, number, amend({ photoIds: [photo, foreign] })),
        `422 REQUEST.REFERENCE_UNKNOWN ${AT}.changes.photoIds.1`,
      ],
      [
        await codeOf(engineer, number, amend({ signatureId: scan })),
        '422 REPORT.SIGNATURE_NO_IMAGE data.changes.signatureId',
      ],
      [
        await codeOf(engineer, number, { type: 'attach', data: { attachmentId: foreign } }),
        `422 REQUEST.REFERENCE_UNKNOWN ${AT}.attachmentId`,
      ],
      [
        await codeOf(engineer, other, report({ signatureId: photo })),
        `422 REQUEST.REFERENCE_UNKNOWN ${AT}.signatureId`,
      ],
      [
        await codeOf(engineer, other, report({ partsUsed: [{ ...PARTS[0], serialNumbers: ['a', 'b'] }] })),
        '422 REPORT.SERIALS_WRONG data.partsUsed.0.serialNumbers',
      ],
    ];
    expect(answers.map(([answer]) => answer)).toEqual(answers.map(([, expected]) => expected));
    const after = await detail(number);
    expect(after.report).toEqual(before.report);
  });
});
