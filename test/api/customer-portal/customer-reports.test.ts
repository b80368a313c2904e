import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CustomerLinks } from '../../../platform/customer-links';
import type { CustomerCase } from '../../../api/customer-portal/schema';
import type { TestApi } from '../../support/api';
import { aCase, CLERK, DIRECTOR, engineerActor, LI_WEI, type CaseBuilder } from '../../support/cases';
import { aJpeg, aPng } from '../../support/files';
import { pdfPages } from '../../support/pdf-text';
import { companyApi, Reader, reader, type Problem } from '../../support/reading';
import { upload } from '../../support/uploads';

const COSTS = { labourCostCents: 1_000, travelCostCents: 0, partsCostCents: 0, currency: 'CNY' } as const;

describe('The service reports that a customer reads by their link (R18, R36)', () => {
  let api: TestApi;
  let clerk: Reader;
  let twice: CaseBuilder;
  let signed: CaseBuilder;
  let photoId: string;

  beforeAll(async () => {
    api = await companyApi();
    const { app, database } = api;
    clerk = await reader(app, 'lu.xinran');
    const onSite = () => aCase(database).of('cus-0001').answered().classified().dispatched().arrived();
    twice = await onSite()
      .repaired()
      .reported()
      .give('amendReport', { changes: { labourMinutes: 95 }, reason: '漏记试机' }, engineerActor(LI_WEI))
      .surveyed(1, 1)
      .give('reopen', { reason: '仍然漏油' }, DIRECTOR)
      .dispatched()
      .arrived()
      .give(
        'repair',
        { fault: '油封老化', cause: '装配不当', work: '更换油封', verification: '试机一小时' },
        engineerActor(LI_WEI),
      )
      .give(
        'report',
        { ...COSTS, labourMinutes: 45, travelMinutes: 0, signedBy: '邵文娟' },
        engineerActor(LI_WEI),
      )
      .commit();
    // Another case of the same customer: a link to one gives no access to the other.
    signed = await onSite().repaired().commit();
    const files = [];
    for (const file of [
      { bytes: aPng(), type: 'image/png' },
      { bytes: aJpeg(), type: 'image/jpeg' },
    ]) {
      const { body } = await upload(app, clerk, signed.number, file);
      const { id, name, type, sizeBytes, sha256 } = body;
      files.push({ id, name, type, sizeBytes, sha256 });
    }
    const [signature, photo] = files;
    if (!signature || !photo) throw new Error('No files');
    photoId = photo.id;
    await signed
      .give(
        'report',
        { ...COSTS, labourMinutes: 30, travelMinutes: 0, signedBy: '邵文娟', signature, photos: [photo] },
        engineerActor(LI_WEI),
      )
      .commit();
  });
  afterAll(() => api.close());

  async function customerOf({ number }: CaseBuilder): Promise<Reader> {
    const links = CustomerLinks.of(api.database, api.config);
    const order = { caseNumber: number, customerId: 'cus-0001', purpose: 'case' } as const;
    const link = await links?.issue(order, new Date());
    return new Reader(api.app, link?.token ?? '');
  }
  const pdfFor = (by: Reader, query: string) =>
    api.app.inject({
      url: `/v1/customer/case/service-report.pdf${query}`,
      headers: { authorization: `Bearer ${by.token}` },
    });
  async function read(by: Reader, query: string) {
    const { statusCode, headers, rawPayload } = await pdfFor(by, query);
    expect(statusCode).toBe(200);
    const pages = await pdfPages(rawPayload);
    return {
      file: String(headers['content-disposition']),
      text: pages
        .map(({ text }) => text)
        .join('')
        .replace(/\s+/g, ''),
      images: pages.reduce((sum, page) => sum + page.images, 0),
    };
  }
  const refusal = async (by: Reader, query: string) => {
    const { statusCode, ...answer } = await pdfFor(by, query);
    return `${statusCode} ${answer.json<Problem>().code}`;
  };

  it('are listed, one for each time that the unit was served, with how often each was corrected', async () => {
    const { body } = await (await customerOf(twice)).get<CustomerCase>('/v1/customer/case');
    const at = expect.stringMatching(/^2026-11-16T/);
    expect(body.reports).toEqual([
      { report: 1, number: `${twice.number}-R1`, version: 2, reportedAt: at, correctedAt: at },
      { report: 2, number: `${twice.number}-R2`, version: 1, reportedAt: at, correctedAt: null },
    ]);
  });

  it('are still there while the next service is under way, and none is before the first', async () => {
    const again = await aCase(api.database)
      .of('cus-0001')
      .answered()
      .classified()
      .dispatched()
      .arrived()
      .repaired()
      .commit();
    const by = await customerOf(again);
    const reports = async () => (await by.get<CustomerCase>('/v1/customer/case')).body.reports;
    expect(await reports()).toEqual([]);
    expect(await refusal(by, '')).toBe('404 RESOURCE.NOT_FOUND');
    await again
      .reported()
      .give('reopen', { reason: '仍然漏油' }, DIRECTOR)
      .give('addNote', { text: '急' }, CLERK)
      .commit();
    expect(await reports()).toMatchObject([{ report: 1, number: `${again.number}-R1` }]);
    expect((await read(by, '')).file).toContain(`${again.number}-R1.pdf`);
  });

  it('are each a PDF by its number; the latest where none is asked for', async () => {
    const by = await customerOf(twice);
    const [first, second, latest] = [
      await read(by, '?report=1&language=zh'),
      await read(by, '?report=2&language=zh'),
      await read(by, '?language=zh'),
    ];
    expect(first.file).toContain(`${twice.number}-R1.pdf`);
    for (const words of ['轴封磨损', '工时：90分钟→95分钟']) expect(first.text).toContain(words);
    expect(first.text).not.toContain('油封老化');
    expect(second.file).toContain(`${twice.number}-R2.pdf`);
    expect(second.text).toContain('油封老化');
    expect(second.text).not.toContain('轴封磨损');
    expect(latest).toEqual(second);
    expect((await read(by, '?report=2&language=en')).text).toContain('ServiceReport');
    expect(await refusal(by, '?report=3')).toBe('404 RESOURCE.NOT_FOUND');
    for (const odd of ['0', '-1', '1.5', '101', 'R1', '1&report=2'])
      expect(await refusal(by, `?report=${odd}`)).toBe('400 REQUEST.INVALID');
  });

  it('are those of the link’s own case, whatever else is asked for', async () => {
    const [one, other] = [await customerOf(twice), await customerOf(signed)];
    expect((await read(other, '?report=1')).images).toBe(1);
    const own = await read(one, '?report=1');
    expect(own.images).toBe(0);
    expect(own.text).not.toContain(signed.number);
    for (const query of [`?number=${signed.number}`, `?case=${signed.number}&report=1`])
      expect(await refusal(one, query)).toBe('400 REQUEST.INVALID');
    for (const url of [
      `/v1/cases/${signed.number}/service-report.pdf`,
      `/v1/cases/${signed.number}/attachments`,
      `/v1/cases/${signed.number}/attachments/${photoId}`,
      // Not even of their own: files are the company’s, but for what the report shows of them.
      `/v1/cases/${twice.number}/attachments`,
      `/v1/cases/${twice.number}/service-report.pdf`,
    ])
      expect(await one.get(url)).toMatchObject({ status: 401, body: { code: 'AUTH.TOKEN_INVALID' } });
    for (const url of [
      `/v1/customer/case/${signed.number}`,
      `/v1/customer/case/attachments/${photoId}`,
      `/v1/customer/case/../${signed.number}/service-report.pdf`,
    ])
      expect(await one.get(url)).toMatchObject({ status: 404, body: { code: 'ROUTE.NOT_FOUND' } });
  });
});
