import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { CaseClocks } from '../../../api/cases/clock-figures-schema';
import type { TestApi } from '../../support/api';
import { aCase, CLERK, LI_WEI, type CaseBuilder } from '../../support/cases';
import { companyApi, reader, type Reader } from '../../support/reading';
import { LANTING, UNIT } from './finding-world';

const HOUR = 3_600;

describe('files of lists, and the figures of clocks', () => {
  let api: TestApi;
  let clerk: Reader;
  let manager: Reader;
  let southerner: Reader;
  let evil: CaseBuilder;
  let dispatched: CaseBuilder;

  beforeAll(async () => {
    api = await companyApi();
    const { app, database } = api;
    evil = aCase(database).receivedAt('2026-11-16T01:00:00.000Z').with(LANTING);
    await evil.with({ subject: '=HYPERLINK("http://evil.example"), 漏油' }).commit();
    dispatched = aCase(database)
      .receivedAt('2026-11-16T02:00:00.000Z')
      .with({ ...LANTING, unit: UNIT });
    await dispatched
      .answered()
      .classified('repair', 'high')
      .paused()
      .give('resume', {}, CLERK)
      .dispatched(LI_WEI)
      .commit();
    clerk = await reader(app, 'lu.xinran');
    manager = await reader(app, 'zhou.huaijin');
    southerner = await reader(app, 'huang.yongqi');
  });
  afterAll(() => api.close());

  const lines = async (who: Reader, url: string, accept = 'text/csv'): Promise<string[]> => {
    const { status, body, headers } = await who.ask(url, { accept });
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 200,
      type: 'text/csv; charset=utf-8',
    });
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w-]+-\d{4}-\d\d-\d\d\.csv"/);
    expect(body.startsWith('\uFEFF')).toBe(true);
    return body.slice(1).split('\r\n');
  };

  describe('a list asked for as text/csv', () => {
    it('has heads and labels in the language of its reader, and instants in the company’s zone', async () => {
      const [head, first, last, end] = await lines(clerk, '/v1/cases?direction=asc');
      expect(head).toMatch(/^服务单,阶段,请求类型,优先级,主题,客户,/);
      expect(head).toContain('受理时间 (Asia/Shanghai)');
      expect(last).toMatch(
        new RegExp(`^${dispatched.number},已派工,维修,高,空压机漏油,上海澜汀食品有限公司`),
      );
      expect(last).toContain('2026-11-16 10:00');
      expect(first).toContain(evil.number);
      expect(end).toBe('');
      await api.database.staff.update({ where: { login: 'zhou.huaijin' }, data: { language: 'en' } });
      const english = await lines(await reader(api.app, 'zhou.huaijin'), '/v1/cases?stage=dispatched');
      expect(english[0]).toMatch(/^Case,Stage,Request type,Priority,/);
      expect(english[1]).toContain(',dispatched,repair,high,');
    });

    it.each([
      ['/v1/organisations', '编码,类型,'],
      ['/v1/products', '产品,'],
      ['/v1/part-prices', '备件,'],
      ['/v1/price-lists', '价目表,'],
    ])('%s is one too, register or not', async (url, head) => {
      const [first, ...rows] = await lines(southerner, url);
      expect(first?.startsWith(head)).toBe(true);
      expect(rows.length).toBeGreaterThan(1);
    });

    it('is one too for contracts', async () => {
      const [head, contract] = await lines(clerk, '/v1/contracts');
      expect(head).toMatch(/^合同,客户,设备,/);
      expect(contract).toMatch(/^[\w-]+,cus-/);
    });

    it('is safe to open: no cell is a formula, and quotes are doubled', async () => {
      const [, first] = await lines(clerk, '/v1/cases?direction=asc');
      expect(first).toContain(`"'=HYPERLINK(""http://evil.example""), 漏油"`);
      const [, ...customers] = await lines(clerk, '/v1/customers?q=C-000001');
      expect(customers[0]).toContain(`"'+86`);
    });

    it('is what the list is: filtered, and of the caller’s part of the organisation', async () => {
      expect((await lines(clerk, '/v1/cases?priority=high')).length).toBe(3);
      expect((await lines(southerner, '/v1/cases')).length).toBe(2);
    });

    it('is all of it, however many pages that are', async () => {
      const template = await api.database.serviceCase.findFirstOrThrow({ where: { number: evil.number } });
      await api.database.serviceCase.createMany({
        data: Array.from({ length: 250 }, (_, n) => {
          const number = `AS-2025-${String(n).padStart(6, '0')}`;
          return { ...template, processId: number, number, requestNumber: number, priority: 'low' };
        }),
      });
      const all = await lines(manager, '/v1/cases?priority=low&limit=10');
      expect(new Set(all.slice(1, -1).map((line) => line.split(',')[0])).size).toBe(250);
    });

    it('comes by a link that ends in .csv too', async () => {
      const [, ...rows] = await lines(clerk, '/v1/cases.csv?priority=high', '*/*');
      expect(rows[0]).toContain(dispatched.number);
      expect((await lines(clerk, '/v1/tasks.csv', '*/*'))[0]).toMatch(/^任务,服务单,/);
      expect((await lines(manager, '/v1/promises/answer/cases.csv', '*/*')).length).toBeGreaterThan(1);
    });

    it.each(['/v1/units', '/v1/requests', '/v1/parts-orders', '/v1/trips', '/v1/approvals', '/v1/staff'])(
      'is there of %s',
      async (url) => {
        expect((await lines(manager, `${url}.csv`, '*/*')).length).toBeGreaterThan(1);
      },
    );

    it('refuses as the list does, with a problem', async () => {
      const wrong = await clerk.get('/v1/cases.csv?stage=lost');
      expect(wrong).toMatchObject({ status: 400, body: { code: 'REQUEST.INVALID' } });
      expect(await clerk.get('/v1/nothing.csv')).toMatchObject({ status: 404 });
      expect(await clerk.get('/v1/cases?limit=1')).toMatchObject({ body: { nextCursor: expect.anything() } });
    });
  });

  describe('GET /v1/cases/{number}/clocks', () => {
    type Answer = Static<typeof CaseClocks>;
    const clocksOf = async (who: Reader, it: CaseBuilder): Promise<Answer> => {
      const { status, body } = await who.get<Answer>(`/v1/cases/${it.number}/clocks`);
      expect(status).toBe(200);
      return body;
    };

    it('tells target, use and pauses of each promise, and why it is due then', async () => {
      const { clocks } = await clocksOf(clerk, dispatched);
      const resolution = clocks.find(({ name }) => name === 'resolution')?.figures;
      expect(resolution).toMatchObject({
        dueBy: 'working-time',
        pauses: [{ from: '2026-11-16T02:30:00.000Z', to: '2026-11-16T02:40:00.000Z' }],
        policy: { isBuiltIn: false, isPausable: true },
        calendar: { code: '24x7', timeZone: null },
      });
      expect(resolution?.registersAsOf).not.toBeNull();
      expect((resolution?.usedSeconds ?? 0) + (resolution?.leftSeconds ?? 0)).toBe(resolution?.targetSeconds);
      expect(resolution?.why.zh).toMatch(
        /到期：按.+的时限，自 2026-11-16 10:\d\d 起全天候计时 .+因暂停顺延 1 次。$/,
      );
      expect(resolution?.grounds.zh).toMatch(/^按.+的时限，自 .+因暂停顺延 1 次。$/);
      expect(resolution?.why.en).toMatch(
        /^Due 20\d\d-.+ around the clock since .+, as promised for .+; put off by 1 pause\.$/,
      );
    });

    it('of an arrival, that it was agreed; of an answer, how long it took', async () => {
      const { clocks } = await clocksOf(clerk, dispatched);
      expect(clocks.find(({ name }) => name === 'arrival')?.figures).toMatchObject({
        dueBy: 'agreed',
        why: { en: expect.stringContaining('the time agreed with the customer') },
      });
      const answer = clocks.find(({ name }) => name === 'answer');
      expect(answer).toMatchObject({
        state: 'met',
        figures: { targetSeconds: 24 * HOUR, usedSeconds: 600, isCounting: false, changesAt: null },
      });
    });

    it('is there for those who may read the case', async () => {
      expect((await southerner.get(`/v1/cases/${dispatched.number}/clocks`)).status).toBe(404);
    });
  });
});
