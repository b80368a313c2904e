import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApi } from '../../support/api';
import { aCase, DIRECTOR, engineerActor, LI_WEI, type CaseBuilder } from '../../support/cases';
import { aPng } from '../../support/files';
import { pdfPages } from '../../support/pdf-text';
import { companyApi, reader, type Problem, type Reader } from '../../support/reading';
import { upload } from '../../support/uploads';

const XU = { ...LI_WEI, id: 'stf-028', name: '徐正阳' };
const AGAIN = {
  fault: { code: 'oil-leak', nameEn: 'oil leak', nameZh: '漏油' },
  cause: { code: 'wear-out', nameEn: 'worn out', nameZh: '正常磨损', category: 'wear' },
  finding: '轴封磨损',
  plan: '更换轴封',
  parts: [],
  history: { earlier: [], repeatWithinDays: 90 },
} as const;
const squeezed = (text: string): string => text.replace(/\s+/g, '');

describe('GET /v1/cases/{number}/service-report.pdf (R18)', () => {
  let api: TestApi;
  let clerk: Reader;
  let keeper: Reader;
  let reported: CaseBuilder;

  beforeAll(async () => {
    api = await companyApi();
    const { app, database } = api;
    clerk = await reader(app, 'lu.xinran');
    keeper = await reader(app, 'wu.dachuan');
    reported = await aCase(database)
      .of('cus-0001')
      .answered()
      .classified()
      .dispatched()
      .arrived()
      .repaired()
      .commit();
    const { body } = await upload(app, clerk, reported.number, { bytes: aPng(), type: 'image/png' });
    const engineer = {
      kind: 'staff',
      id: LI_WEI.id,
      name: LI_WEI.name,
      roles: ['repair-engineer'],
      organisationId: LI_WEI.outletId,
    } as const;
    await reported
      .reported()
      .give(
        'amendReport',
        {
          changes: {
            labourMinutes: 95,
            signature: {
              id: body.id,
              name: body.name,
              type: body.type,
              sizeBytes: body.sizeBytes,
              sha256: body.sha256,
            },
          },
          reason: '漏记试机',
        },
        engineer,
      )
      .commit();
  });
  afterAll(() => api.close());

  const ask = (number: string, by: Reader, query = '') =>
    api.app.inject({
      url: `/v1/cases/${number}/service-report.pdf${query}`,
      headers: { authorization: `Bearer ${by.token}` },
    });
  const textOf = async (by: Reader, query?: string): Promise<string> => {
    const pages = await pdfPages((await ask(reported.number, by, query)).rawPayload);
    return squeezed(pages.map(({ text }) => text).join(''));
  };

  it('is the paper of the case, in the customer’s language, with its signature and its amendment', async () => {
    const { statusCode, headers, rawPayload } = await ask(reported.number, clerk);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringContaining(`${reported.number}-R1.pdf`),
      'x-content-type-options': 'nosniff',
    });
    const pages = await pdfPages(rawPayload);
    const text = squeezed(pages.map((page) => page.text).join(''));
    for (const words of [
      '售后服务报告单',
      '朔川空气系统客户服务部',
      `${reported.number}-R1`,
      '轴封磨损',
      'SP-11075',
      '上海浦东授权服务站',
      '工时：90分钟→95分钟',
      '签字确认第2版',
    ])
      expect(text).toContain(words);
    expect(pages.reduce((sum, { images }) => sum + images, 0)).toBe(1);
  });

  it('is in English where it is asked for so', async () => {
    const text = await textOf(clerk, '?language=en');
    for (const words of [
      'ServiceReport',
      'ShanghaiLantingFoodsCo.,Ltd.(cus-0001)',
      'ShaoWenjuan(邵文娟)',
      'LiWei(李巍)',
    ])
      expect(text).toContain(words);
  });

  it('tells how to reach the customer to those alone who may know', async () => {
    expect(await textOf(clerk)).toContain('+8615124474580');
    expect(await textOf(keeper)).not.toContain('+8615124474580');
  });

  describe('of each service of a case that was reopened', () => {
    const work = (does: string) => ({ fault: '轴封磨损', cause: '油质老化', work: does });
    const costs = { labourCostCents: 1_000, travelCostCents: 0, partsCostCents: 0, currency: 'CNY' } as const;
    let number: string;
    beforeAll(async () => {
      const engineer = engineerActor(LI_WEI);
      const first = {
        method: '满载试机三小时',
        readings: [{ what: '排气压力', value: '7.2 bar' }],
        note: '无渗漏',
        witnessedBy: '季连生',
      };
      const it = await aCase(api.database)
        .of('cus-0001')
        .answered()
        .classified()
        .dispatched()
        .arrived()
        .give('repair', work('紧固轴封'), engineer)
        .give('verify', { outcome: 'failed', method: '试机', note: '仍渗漏' }, engineer)
        .give('diagnose', AGAIN, engineer)
        .give('repair', work('更换轴封'), engineer)
        .give('verify', { outcome: 'passed', ...first }, engineer)
        .reported()
        .give('reopen', { reason: '仍然漏油' }, DIRECTOR)
        .commit();
      ({ number } = it);
      expect(await read(1, 'zh')).toContain('满载试机三小时');
      await it
        .dispatched(XU)
        .arrived()
        .give('repair', { ...work('更换油封'), verification: '空载试机十分钟' }, engineerActor(XU))
        .give(
          'report',
          { ...costs, labourMinutes: 45, travelMinutes: 0, signedBy: '邵文娟' },
          engineerActor(XU),
        )
        .commit();
    });
    const read = async (report: number, language: string) => {
      const pages = await pdfPages(
        (await ask(number, clerk, `?report=${report}&language=${language}`)).rawPayload,
      );
      return squeezed(pages.map(({ text }) => text).join(''));
    };

    it.each([
      ['zh', '维修验证满载试机三小时排气压力：7.2bar无渗漏客户见证人：季连生此前未通过验证的维修：1次'],
      [
        'en',
        'Verification满载试机三小时排气压力:7.2bar无渗漏Witnessedby:JiLiansheng(季连生)Earlierrepairsthatdidnotpass:1',
      ],
    ])('tells how that repair was tested, and who had come (%s)', async (language, words) => {
      const [first, second] = [await read(1, language), await read(2, language)];
      expect(first).toContain(words);
      expect(first).toContain(squeezed(LI_WEI.name));
      expect(first).not.toContain('空载试机十分钟');
      expect(second).toContain('空载试机十分钟');
      expect(second).toContain(squeezed(XU.name));
      expect(second).not.toContain('满载试机三小时');
    });
  });

  it('is not there before there is a report, nor for other regions', async () => {
    const early = await aCase(api.database).of('cus-0001').answered().commit();
    const southerner = await reader(api.app, 'huang.yongqi');
    for (const answer of [await ask(early.number, clerk), await ask(reported.number, southerner)]) {
      const problem: Problem = answer.json();
      expect(`${answer.statusCode} ${problem.code}`).toBe('404 RESOURCE.NOT_FOUND');
    }
  });
});
