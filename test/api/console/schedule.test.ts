import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { MyVisitsAnswer } from '../../../api/my-visits/schema';
import type { PartView } from '../../../api/parts/schema';
import type { ScheduleView } from '../../../api/schedule/schema';
import { connectDatabase, type Database } from '../../../platform/database';
import { testApi, type TestApi } from '../../support/api';
import { aCase, CLERK, LI_WEI, type CaseBuilder } from '../../support/cases';
import { reader, type Page, type Reader } from '../../support/reading';
import { startSystems, type Systems } from '../../support/systems';
import { aRequestRow } from '../support/rows';
import { LANTING, UNIT } from './finding-world';

const WEEK = 'from=2026-11-16T00:00:00%2B08:00&to=2026-11-23T00:00:00%2B08:00';

describe('what engineers and those who send them read', () => {
  let api: TestApi;
  let database: Database;
  let systems: Systems;
  let clerk: Reader;
  let engineer: Reader;
  let colleague: Reader;
  let southerner: Reader;
  let earlier: CaseBuilder;
  let dispatched: CaseBuilder;
  let waiting: CaseBuilder;
  let offered: CaseBuilder;

  beforeAll(async () => {
    api = await testApi(
      {},
      {
        template: 'company',
        around: async (url) => {
          database = connectDatabase(url);
          systems = await startSystems(database);
          return { AFTERCARE_PARTS_URL: systems.partsUrl, AFTERCARE_FINANCE_URL: systems.financeUrl };
        },
      },
    );
    earlier = aCase(database)
      .receivedAt('2026-11-02T01:00:00.000Z')
      .with({ ...LANTING, unit: UNIT });
    await earlier.answered().classified().dispatched(LI_WEI).arrived().repaired().commit();
    dispatched = aCase(database)
      .receivedAt('2026-11-16T01:00:00.000Z')
      .with({ ...LANTING, unit: UNIT });
    await dispatched.answered().classified('repair', 'high').dispatched(LI_WEI).commit();
    await database.request.create({
      data: aRequestRow({
        number: dispatched.number.replace('AS', 'RQ'),
        caseNumber: dispatched.number,
        senderPhone: '+8615124474580',
        senderExtension: '801',
      }),
    });
    waiting = aCase(database).receivedAt('2026-11-16T02:00:00.000Z').with(LANTING);
    await waiting.answered().classified().commit();
    offered = aCase(database).receivedAt('2026-11-16T03:00:00.000Z').of('cus-0002').answered().classified();
    const wanted = { from: '2026-11-18T01:00:00.000Z', to: '2026-11-18T04:00:00.000Z' };
    const ladder = [{ tier: 'outlet', organisationId: 'suzhou', nameEn: 'Suzhou', nameZh: '苏州' }] as const;
    await offered.give('offer', { ladder, regionId: 'east', appointment: wanted, parts: [] }, CLERK).commit();
    await database.engineerSlot.create({
      data: {
        id: 'absence-1',
        kind: 'absence',
        engineerId: 'stf-028',
        from: new Date('2026-11-17T00:00:00.000Z'),
        to: new Date('2026-11-18T00:00:00.000Z'),
        reason: '病假',
      },
    });
    const { app } = api;
    [clerk, engineer, colleague, southerner] = await Promise.all([
      reader(app, 'lu.xinran'),
      reader(app, 'li.wei'),
      reader(app, 'xu.zhengyang'),
      reader(app, 'huang.yongqi'),
    ]);
  });
  afterAll(async () => {
    await systems.close();
    await database.$disconnect();
    await api.close();
  });

  async function read<T>(who: Reader, url: string): Promise<T> {
    const { status, body } = await who.get<T>(url);
    expect({ status, url, body }).toEqual({ status: 200, url, body });
    return body;
  }

  describe('GET /v1/schedule', () => {
    it('shows the engineers in sight with hours, absences and visits, each with where and whom to call (R13)', async () => {
      const schedule = await read<ScheduleView>(clerk, `/v1/schedule?${WEEK}&organisationId=sh-pudong`);
      expect(schedule.engineers.map(({ name }) => name)).toEqual(['李巍', '徐正阳']);
      const [own, other] = schedule.engineers;
      expect(own?.visits).toMatchObject([
        {
          from: '2026-11-16T05:30:00.000Z',
          outcome: 'under-way',
          arrivedAt: null,
          job: {
            caseNumber: dispatched.number,
            version: dispatched.seq,
            subject: '空压机漏油',
            priority: 'high',
            customer: { id: 'cus-0001', name: '上海澜汀食品有限公司' },
            address: '上海市奉贤区汀浦路 268 号',
            contact: { name: '邵文娟', phone: '+8615124474580', extension: '801' },
            unit: { serial: 'SC75F-2103-0351', family: 'oil-injected-screw' },
          },
        },
      ]);
      expect(other?.absences).toMatchObject([{ id: 'absence-1', reason: null }]);
      const [hours] = schedule.calendars;
      expect(hours).toMatchObject({ code: 'cn-service', timeZone: 'Asia/Shanghai' });
      expect(hours?.hours[0]?.from).toBe('2026-11-16T00:30:00.000Z');
    });

    it('lists the jobs that wait for an engineer, first due first, with what the customer wants (R4)', async () => {
      const { jobs, jobCount } = await read<ScheduleView>(clerk, `/v1/schedule?${WEEK}`);
      expect(jobCount).toBe(2);
      expect(jobs.map(({ caseNumber, task }) => `${task} ${caseNumber}`).sort()).toEqual([
        `answer-offer ${offered.number}`,
        `dispatch ${waiting.number}`,
      ]);
      expect(jobs.find(({ task }) => task === 'answer-offer')).toMatchObject({
        wanted: { from: '2026-11-18T01:00:00.000Z', to: '2026-11-18T04:00:00.000Z' },
        offeredTo: 'suzhou',
      });
      expect(jobs.every(({ dueAt }) => dueAt !== null)).toBe(true);
    });

    it('is each one’s part of the organisation (R11), and tells why somebody is away to whom it concerns', async () => {
      const south = await read<ScheduleView>(southerner, `/v1/schedule?${WEEK}`);
      expect(south.jobs).toEqual([]);
      expect(south.engineers.map(({ organisation }) => organisation.id)).not.toContain('sh-pudong');
      const own = await read<ScheduleView>(colleague, `/v1/schedule?${WEEK}`);
      expect(own.engineers.map(({ id }) => id)).toEqual(['stf-027', 'stf-028']);
      expect(own.engineers[1]?.absences).toMatchObject([{ reason: '病假' }]);
      const hidden = await southerner.get(`/v1/schedule?${WEEK}&organisationId=sh-pudong`);
      expect(hidden).toMatchObject({ status: 422, body: { code: 'REQUEST.REFERENCE_UNKNOWN' } });
    });

    it('is of a week from today where nothing else is said, and of six at most', async () => {
      const { calendars } = await read<ScheduleView>(clerk, '/v1/schedule');
      expect(calendars.length).toBeGreaterThan(0);
      const long = await clerk.get('/v1/schedule?from=2026-11-01T00:00:00Z&to=2026-12-31T00:00:00Z');
      expect(long).toMatchObject({ status: 400, body: { code: 'REQUEST.INVALID' } });
    });
  });

  describe('GET /v1/me/visits', () => {
    type Answer = Static<typeof MyVisitsAnswer>;

    it('is the day of an engineer, with all that is needed there', async () => {
      const { timeZone, visits } = await read<Answer>(engineer, '/v1/me/visits?date=2026-11-16');
      expect(timeZone).toBe('Asia/Shanghai');
      expect(visits).toMatchObject([
        {
          caseNumber: dispatched.number,
          trip: 1,
          appointment: { from: '2026-11-16T05:30:00.000Z', to: '2026-11-16T07:30:00.000Z' },
          isFromEarlier: false,
          address: '上海市奉贤区汀浦路 268 号',
          contact: { phone: '+8615124474580', extension: '801' },
          symptom: '运行时漏油',
          productName: { zh: 'SC-75F 工频螺杆空压机 75 kW' },
          warranty: 'out-of-warranty',
          parts: [{ partNumber: 'SP-11075', quantity: 1 }],
          history: [
            { caseNumber: earlier.number, fault: '轴封磨损', work: '更换轴封', engineerName: '李巍' },
          ],
        },
      ]);
      const [visit] = visits;
      expect(visit?.parts[0]?.names?.zh).toBe('油过滤器滤芯 75 kW');
      expect(visit?.phones.map(({ number }) => number)).toEqual(['+8613025848151', '+862157418260']);
      expect(visit?.allowedCommands).toEqual(expect.arrayContaining(['depart', 'arrive']));
    });

    it('is nobody else’s, and empty on other days', async () => {
      expect((await read<Answer>(colleague, '/v1/me/visits?date=2026-11-16')).visits).toEqual([]);
      expect((await read<Answer>(engineer, '/v1/me/visits?date=2026-11-20')).visits).toEqual([]);
      expect((await engineer.get('/v1/me/visits?date=2026-02-30')).status).toBe(400);
    });

    it('has of today also what was promised earlier and has not ended', async () => {
      const { visits } = await read<Answer>(engineer, '/v1/me/visits');
      const open = visits.filter(({ outcome }) => outcome === 'under-way');
      expect(open.map(({ caseNumber }) => caseNumber)).toContain(dispatched.number);
    });
  });

  describe('GET /v1/parts', () => {
    it('finds parts with the stock of each depot, one’s own first, and the price in force (R20)', async () => {
      const { items, nextCursor } = await read<Page<PartView>>(
        engineer,
        `/v1/parts?q=${encodeURIComponent('油过滤器滤芯 75')}`,
      );
      expect(nextCursor).toBeNull();
      expect(items).toMatchObject([
        { partNumber: 'SP-11075', name: '油过滤器滤芯 75 kW', price: { currency: 'CNY' } },
      ]);
      expect(items[0]?.depots[0]).toEqual({
        id: 'sh-pudong',
        name: '浦东服务站备件间',
        isMine: true,
        available: 4,
        reserved: 0,
      });
      expect(items[0]).not.toHaveProperty('unitCostCents');
    });

    it('tells the cost to those who may read it, and that the parts system is away', async () => {
      const manager = await reader(api.app, 'zhou.huaijin');
      const { items } = await read<Page<PartView>>(manager, '/v1/parts?q=SP-11075');
      expect(items).toMatchObject([{ unitCostCents: 23_600, costCurrency: 'CNY' }]);
      await systems.close();
      const away = await manager.get('/v1/parts?q=SP-11075');
      expect(away).toMatchObject({ status: 503, body: { code: 'PARTS.UNAVAILABLE' } });
    });
  });
});
