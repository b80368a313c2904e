import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CustomerLinks } from '../../../platform/customer-links';
import type { CustomerCase } from '../../../api/customer-portal/schema';
import type { TestApi } from '../../support/api';
import { aCase, CLERK, DIRECTOR, engineerActor, LI_WEI, type CaseBuilder } from '../../support/cases';
import { pdfPages } from '../../support/pdf-text';
import { companyApi, Reader, reader, type Problem } from '../../support/reading';
import { QUOTE_LINES, QUOTE_TERMS } from '../../unit/domain/support/commands';

const ENGINEER = engineerActor(LI_WEI);
const QIAN = { ...LI_WEI, id: 'stf-028', name: '钱浩' };
const on = (time: string): string => `2026-11-16T${time}:00.000Z`;
const COSTS = { labourCostCents: 12_345, travelCostCents: 6_789, currency: 'CNY' } as const;
const WORK = { fault: '轴封磨损', cause: '油质老化', work: '更换轴封', verification: '试机两小时' };

describe('papers of visits: what the customer reads, and what it cost (R18)', () => {
  let api: TestApi;
  let clerk: Reader;
  let director: Reader;
  let mended: CaseBuilder;
  let customer: Reader;

  beforeAll(async () => {
    api = await companyApi();
    const { app, database } = api;
    clerk = await reader(app, 'lu.xinran');
    director = await reader(app, 'gu.chengan');
    mended = await aCase(database).of('cus-0001').answered().classified().dispatched().commit();
    // The engineer was out of reach: all of the first visit is entered in the evening.
    mended.receivedAt(on('12:00'));
    await mended
      .give('depart', {}, ENGINEER, on('02:00'))
      .give('arrive', {}, ENGINEER, on('03:00'))
      .give(
        'leaveUnfinished',
        { ...COSTS, reason: 'parts-needed', note: '客户催得紧', labourMinutes: 30, travelMinutes: 50 },
        ENGINEER,
        on('04:00'),
      )
      .commit();
    mended.receivedAt('2026-11-17T00:00:00.000Z');
    await mended.dispatched().commit();
    mended.receivedAt('2026-11-17T12:00:00.000Z');
    const next = (time: string): string => `2026-11-17T${time}:00.000Z`;
    await mended
      .give('depart', {}, ENGINEER, next('01:05'))
      .give('arrive', {}, ENGINEER, next('02:10'))
      .give('repair', WORK, ENGINEER, next('03:15'))
      .give(
        'report',
        {
          ...COSTS,
          partsCostCents: 23_600,
          labourMinutes: 60,
          travelMinutes: 50,
          signedBy: '邵文娟',
          leftAt: next('03:45'),
        },
        ENGINEER,
        next('03:30'),
      )
      .give('amendReport', { changes: { partsCostCents: 24_000 }, reason: '录入错误' }, ENGINEER)
      .commit();
    const links = CustomerLinks.of(database, api.config);
    const order = { caseNumber: mended.number, customerId: 'cus-0001', purpose: 'case' } as const;
    customer = new Reader(app, (await links?.issue(order, new Date()))?.token ?? '');
  });
  afterAll(() => api.close());

  const ask = (by: Reader, url: string) =>
    api.app.inject({ url, headers: { authorization: `Bearer ${by.token}` } });
  async function read(by: Reader, url: string) {
    const { statusCode, headers, rawPayload } = await ask(by, url);
    expect(statusCode).toBe(200);
    const pages = await pdfPages(rawPayload);
    const text = pages.map((page) => page.text).join('');
    return { text: text.replace(/\s+/g, ''), file: String(headers['content-disposition']) };
  }
  const refusal = async (by: Reader, url: string) => {
    const { statusCode, ...answer } = await ask(by, url);
    return `${statusCode} ${answer.json<Problem>().code}`;
  };
  const COST_TEXTS = ['CNY123.45', 'CNY67.89', 'CNY240.00', 'CNY236.00', '内部'];

  it('the service report has departure, arrival, repair and leaving, though entered in the evening', async () => {
    const { text } = await read(clerk, `/v1/cases/${mended.number}/service-report.pdf`);
    for (const words of [
      '出发时间2026年11月17日09:05',
      '到场时间2026年11月17日10:10',
      '修复时间2026年11月17日11:15',
      '离场时间2026年11月17日11:45',
      '报告时间2026年11月17日11:30',
    ])
      expect(text).toContain(words);
    for (const cost of [...COST_TEXTS, '更正原因']) expect(text).not.toContain(cost);
  });

  it('the paper of the visit that mended the unit says where its charges are', async () => {
    const { text } = await read(clerk, `/v1/cases/${mended.number}/visits/2/report.pdf`);
    expect(text).toContain('本次上门的费用见售后服务报告单。');
  });

  it('its cost is on a paper of its own, for those who may read it', async () => {
    const url = `/v1/cases/${mended.number}/service-report.pdf?audience=internal`;
    const { text, file } = await read(director, url);
    for (const cost of ['CNY123.45', 'CNY67.89', 'CNY240.00', '更正原因：录入错误', '不得交付客户'])
      expect(text).toContain(cost);
    expect(text).toContain('以上仅为第2次上门的成本（本服务单共上门2次），其余各次见各自的单据。');
    expect(file).toContain(`${mended.number}-R1-internal.pdf`);
    expect(await refusal(clerk, url)).toBe('403 AUTH.FORBIDDEN');
    expect(await refusal(clerk, `/v1/cases/${mended.number}/visits/1/report.pdf?audience=internal`)).toBe(
      '403 AUTH.FORBIDDEN',
    );
    expect(await refusal(customer, '/v1/customer/case/service-report.pdf?audience=internal')).toBe(
      '400 REQUEST.INVALID',
    );
  });

  it('a visit that was not finished has a report, with its times', async () => {
    const url = `/v1/cases/${mended.number}/visits/1/report.pdf`;
    const { text, file } = await read(clerk, url);
    expect(file).toContain(`${mended.number}-V1.pdf`);
    for (const words of [
      '上门服务记录单',
      '出发时间2026年11月16日10:00',
      '到场时间2026年11月16日11:00',
      '离场时间2026年11月16日12:00',
      '未完成',
      '需要备件',
      '李巍',
    ])
      expect(text).toContain(words);
    for (const own of [...COST_TEXTS, '客户催得紧']) expect(text).not.toContain(own);
    const { text: internal } = await read(director, `${url}?audience=internal`);
    for (const own of ['客户催得紧', 'CNY123.45', 'CNY67.89', '以上仅为第1次上门的成本'])
      expect(internal).toContain(own);
    expect((await read(clerk, `${url}?language=en`)).text).toContain('partsareneeded');
  });

  it('a visit that mended the unit has one too; one that was not made has none', async () => {
    const { text } = await read(clerk, `/v1/cases/${mended.number}/visits/2/report.pdf`);
    for (const words of [
      '修复时间2026年11月17日11:15',
      '离场时间2026年11月17日11:45',
      '已修复',
      '试机两小时',
    ])
      expect(text).toContain(words);
    const of = (visit: string) => refusal(clerk, `/v1/cases/${mended.number}/visits/${visit}/report.pdf`);
    expect(await of('3')).toBe('404 RESOURCE.NOT_FOUND');
    for (const odd of ['0', '-1', '1.5', 'x', '99999999999'])
      expect(await of(odd)).toBe('400 REQUEST.INVALID');
  });

  it('a visit under way has none yet; one that a cancellation broke off has', async () => {
    const broken = await aCase(api.database).of('cus-0001').answered().classified().dispatched().commit();
    await broken.give('arrive', {}, ENGINEER).commit();
    const url = `/v1/cases/${broken.number}/visits/1/report.pdf`;
    expect(await refusal(clerk, url)).toBe('404 RESOURCE.NOT_FOUND');
    await broken.give('cancel', { reason: '客户取消' }, DIRECTOR).commit();
    expect((await read(clerk, url)).text).toContain('上门中止');
  });

  it('a trip that another engineer took over has one, of the engineer who made it', async () => {
    const taken = await aCase(api.database).of('cus-0001').answered().classified().dispatched().commit();
    const cost = { ...COSTS, trip: 1, labourMinutes: 0, travelMinutes: 20 };
    await taken
      .give('depart', {}, ENGINEER)
      .give('reassign', { engineer: QIAN, reason: '病假' }, CLERK)
      .give('recordTripCost', cost, ENGINEER)
      .commit();
    const url = `/v1/cases/${taken.number}/visits/1/report.pdf`;
    const { text } = await read(clerk, url);
    for (const words of ['改由其他工程师上门', '李巍', '到场时间—', '本单不收取费用'])
      expect(text).toContain(words);
    for (const own of [...COST_TEXTS, '钱浩']) expect(text).not.toContain(own);
    expect((await read(director, `${url}?audience=internal`)).text).toContain('CNY67.89');
    // The other has not come back yet.
    expect(await refusal(clerk, `/v1/cases/${taken.number}/visits/2/report.pdf`)).toBe(
      '404 RESOURCE.NOT_FOUND',
    );
  });

  it('a visit whose quote was declined has one, with what the customer pays for it', async () => {
    const declined = await aCase(api.database)
      .of('cus-0001')
      .answered()
      .classified()
      .dispatched()
      .arrived()
      .give(
        'overruleEntitlement',
        { verdict: { labour: 0, parts: 0, travel: 0 }, reason: '人为损坏' },
        DIRECTOR,
      )
      .give('prepareQuote', { lines: QUOTE_LINES, terms: QUOTE_TERMS }, CLERK)
      .commit();
    const consent = { by: 'customer', how: 'phone', at: '2026-11-16T02:00:00.000Z' } as const;
    await declined
      .give('decideQuote', { version: 1, decision: 'refuse', reason: '太贵', consent }, CLERK)
      .give(
        'leaveUnfinished',
        { ...COSTS, reason: 'quote-pending', note: '客户催得紧', labourMinutes: 30, travelMinutes: 50 },
        ENGINEER,
      )
      .give('endUnrepaired', { outcome: 'left-as-it-is', note: '客户谢绝' }, CLERK)
      .commit();
    const url = `/v1/cases/${declined.number}/visits/1/report.pdf`;
    const { text } = await read(clerk, url);
    for (const words of ['未维修：报价未被接受', '报价未接受', 'CNY200.00', 'CNY226.00'])
      expect(text).toContain(words);
    for (const own of [...COST_TEXTS, '客户催得紧']) expect(text).not.toContain(own);
    expect((await read(director, `${url}?audience=internal`)).text).toContain('CNY123.45');
  });

  it('the customer reads the same by their link, and what they pay, and nothing of the cost', async () => {
    const { body } = await customer.get<CustomerCase>('/v1/customer/case');
    expect(body.charges).toMatchObject([{ report: 1, kind: 'none', totalCents: 0 }]);
    expect(body.visits).toMatchObject([
      {
        visit: 1,
        number: `${mended.number}-V1`,
        arrivedAt: on('03:00'),
        leftAt: on('04:00'),
        reason: 'parts-needed',
      },
      { visit: 2, number: `${mended.number}-V2`, outcome: 'repaired' },
    ]);
    expect(body.reports).toMatchObject([{ report: 1, correctedAt: null }]);
    expect(body.timeline.map(({ type }) => type)).not.toContain('ReportAmended');
    expect(JSON.stringify(body)).not.toMatch(/12345|6789|23600|24000|labourCost|客户催得紧/);
    const { text } = await read(customer, '/v1/customer/case/visits/1/report.pdf');
    expect(text).toContain('需要备件');
    for (const own of [...COST_TEXTS, '客户催得紧']) expect(text).not.toContain(own);
    expect(await refusal(customer, '/v1/customer/case/visits/9/report.pdf')).toBe('404 RESOURCE.NOT_FOUND');
  });
});
