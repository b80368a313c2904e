import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseSummary } from '../../../api/cases/schema';
import type { TestApi } from '../../support/api';
import { aCase, LI_WEI, type CaseBuilder } from '../../support/cases';
import { companyApi, reader, type Page, type Reader } from '../../support/reading';

describe('GET /v1/cases', () => {
  let api: TestApi;
  let manager: Reader;
  let clerk: Reader;
  let engineer: Reader;
  let southerner: Reader;
  let registered: CaseBuilder;
  let dispatched: CaseBuilder;
  let closed: CaseBuilder;
  let southern: CaseBuilder;
  let urgent: CaseBuilder;

  beforeAll(async () => {
    api = await companyApi();
    const { app, database } = api;
    const at = (hour: number) => `2026-11-16T0${hour}:00:00.000Z`;
    registered = await aCase(database)
      .receivedAt(at(1))
      .with({ subject: '干燥机露点偏高', text: '出口露点一直降不下来', channel: 'email', regionId: 'east' })
      .breached()
      .commit();
    dispatched = await aCase(database)
      .receivedAt(at(2))
      .of('cus-0001')
      .answered()
      .classified()
      .dispatched(LI_WEI)
      .commit();
    closed = await aCase(database)
      .receivedAt(at(3))
      .of('cus-0002')
      .with({ subject: 'Noise from the bearing', text: 'A loud noise since Monday' })
      .answered()
      .classified('consultation')
      .give(
        'resolveRemotely',
        { resolution: 'Tightened by the customer' },
        { kind: 'system', id: 'aftercare' },
      )
      .surveyed()
      .revisited()
      .closed()
      .commit();
    southern = await aCase(database)
      .receivedAt(at(4))
      .of('cus-0010', 'south')
      .with({ subject: '变频空压机不启动', text: '今天早上不启动', intakeOrganisationId: 'south' })
      .paused()
      .commit();
    urgent = await aCase(database)
      .receivedAt(at(5))
      .of('cus-0001')
      .answered()
      .classified('complaint', 'urgent')
      .commit();
    manager = await reader(app, 'zhou.huaijin');
    clerk = await reader(app, 'lu.xinran');
    engineer = await reader(app, 'li.wei');
    southerner = await reader(app, 'huang.yongqi');
  });
  afterAll(() => api.close());

  const numbers = async (who: Reader, query = ''): Promise<string[]> => {
    const { status, body } = await who.get<Page<CaseSummary>>(`/v1/cases?${query}`);
    expect({ status, query }).toEqual({ status: 200, query });
    return body.items.map(({ number }) => number);
  };

  describe('what of the organisation one sees (R11)', () => {
    it('is everything at headquarters, the latest received first', async () => {
      expect(await numbers(manager)).toEqual(
        [urgent, southern, closed, dispatched, registered].map(({ number }) => number),
      );
    });

    it('is its region at a centre', async () => {
      expect(await numbers(clerk)).toEqual(
        [urgent, closed, dispatched, registered].map(({ number }) => number),
      );
      expect(await numbers(southerner)).toEqual([southern.number]);
    });

    it('is its own jobs at an outlet', async () => {
      expect(await numbers(engineer)).toEqual([dispatched.number]);
    });

    it('cannot be widened by asking for another region', async () => {
      expect(await numbers(clerk, 'regionId=south')).toEqual([]);
    });
  });

  it('shows a case as lists need it, people and places by their names', async () => {
    const { body } = await manager.get<Page<CaseSummary>>('/v1/cases?stage=dispatched');
    expect(body.items).toEqual([
      {
        number: dispatched.number,
        version: dispatched.seq,
        stage: 'dispatched',
        requestType: 'repair',
        priority: 'normal',
        paused: false,
        requestNumber: dispatched.number.replace('AS', 'RQ'),
        channel: 'phone',
        senderName: '邵文娟',
        subject: '空压机漏油',
        customer: { id: 'cus-0001', name: '上海澜汀食品有限公司' },
        unit: null,
        regionId: 'east',
        outletId: 'sh-pudong',
        engineer: { id: 'stf-027', name: '李巍' },
        owner: {
          role: 'repair-engineer',
          organisationId: 'sh-pudong',
          staff: { id: 'stf-027', name: '李巍' },
        },
        warranty: 'unknown',
        serviceLevel: 'A',
        receivedAt: '2026-11-16T02:00:00.000Z',
        updatedAt: expect.any(String),
        closedAt: null,
        nextDeadline: { clock: 'arrival', at: expect.any(String) },
        breached: false,
      },
    ]);
  });

  it.each<[string, () => CaseBuilder[]]>([
    ['stage=dispatched', () => [dispatched]],
    ['stage=dispatched&stage=closed', () => [closed, dispatched]],
    ['requestType=complaint&requestType=repair', () => [urgent, dispatched]],
    ['priority=urgent', () => [urgent]],
    ['channel=email', () => [registered]],
    ['regionId=south', () => [southern]],
    ['outletId=sh-pudong', () => [dispatched]],
    ['customerId=cus-0001', () => [urgent, dispatched]],
    ['unitId=unt-0001', () => []],
    ['ownerRole=repair-engineer', () => [dispatched]],
    ['ownerStaffId=stf-027', () => [dispatched]],
    ['ownerStaffId=me', () => []],
    ['paused=true', () => [southern]],
    ['breached=true', () => [registered]],
    ['breached=false&paused=false&regionId=east', () => [urgent, closed, dispatched]],
    ['receivedFrom=2026-11-16T02:00:00Z&receivedTo=2026-11-16T04:00:00Z', () => [closed, dispatched]],
    ['receivedFrom=2026-11-16T10:00:00%2B08:00&receivedTo=2026-11-16T11:00:00%2B08:00', () => [dispatched]],
    ['sort=receivedAt&direction=asc&limit=2', () => [registered, dispatched]],
    ['sort=number', () => [urgent, southern, closed, dispatched, registered]],
    ['sort=number&direction=asc&limit=1', () => [registered]],
  ])('filters and sorts by %s', async (query, expected) => {
    expect(await numbers(manager, query)).toEqual(expected().map(({ number }) => number));
  });

  it('finds my own by "me"', async () => {
    expect(await numbers(engineer, 'ownerStaffId=me')).toEqual([dispatched.number]);
  });

  it.each<[string, () => CaseBuilder[]]>([
    ['露点', () => [registered]],
    ['漏油 尽快', () => [urgent, dispatched]],
    ['空压机', () => [urgent, southern, dispatched]],
    ['空压机 不启动', () => [southern]],
    ['点露', () => []],
    ['noise', () => [closed]],
    ['LOUD bear', () => [closed]],
    ['noi loud', () => []],
    ['澜汀 派人', () => []],
    ["'; DROP TABLE x & | ! <->", () => []],
    ['%%%', () => []],
  ])('finds by words: %s', async (q, expected) => {
    expect(await numbers(manager, `q=${encodeURIComponent(q)}`)).toEqual(
      expected().map(({ number }) => number),
    );
  });

  it('finds a case by its number while it is being typed', async () => {
    expect(await numbers(manager, `q=${southern.number}`)).toEqual([southern.number]);
    expect(await numbers(manager, `q=${southern.number.slice(0, 12)}`)).toContain(southern.number);
  });

  describe('pages', () => {
    it.each(['receivedAt', 'updatedAt', 'nextDeadlineAt', 'number'])(
      'by %s give each case once, either way round',
      async (sort) => {
        for (const direction of ['asc', 'desc']) {
          const whole = await numbers(manager, `sort=${sort}&direction=${direction}`);
          const pages = await manager.all<CaseSummary>(
            `/v1/cases?sort=${sort}&direction=${direction}&limit=2`,
          );
          expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
          expect(pages.flat().map(({ number }) => number)).toEqual(whole);
        }
      },
    );

    it('by deadline have those without one last, whatever the direction', async () => {
      for (const direction of ['asc', 'desc'])
        expect((await numbers(manager, `sort=nextDeadlineAt&direction=${direction}`)).at(-1)).toBe(
          closed.number,
        );
    });

    it('neither repeat nor lose a case when another arrives meanwhile', async () => {
      const first = await manager.get<Page<CaseSummary>>('/v1/cases?limit=2&channel=phone');
      const later = await aCase(api.database).receivedAt('2026-11-16T06:00:00.000Z').of('cus-0001').commit();
      const second = await manager.get<Page<CaseSummary>>(
        `/v1/cases?limit=2&channel=phone&cursor=${first.body.nextCursor ?? ''}`,
      );
      await api.database.serviceCase.delete({ where: { processId: later.number } });
      expect([...first.body.items, ...second.body.items].map(({ number }) => number)).toEqual(
        [urgent, southern, closed, dispatched].map(({ number }) => number),
      );
    });

    it.each(['stage=closed', 'sort=updatedAt', 'direction=asc', 'q=x'])(
      'are refused with a cursor of another list: %s',
      async (changed) => {
        const { body } = await manager.get<Page<CaseSummary>>('/v1/cases?limit=1');
        const answer = await manager.get(`/v1/cases?limit=1&${changed}&cursor=${body.nextCursor ?? ''}`);
        expect(answer).toMatchObject({
          status: 400,
          body: { code: 'REQUEST.INVALID', errors: [{ field: 'cursor' }] },
        });
      },
    );

    it.each([
      'AAAA',
      'bm90IGpzb24',
      Buffer.from('["x","2026"]').toString('base64url'),
      Buffer.from('{}').toString('base64url'),
    ])('are refused with a cursor made up: %s', async (cursor) => {
      expect(await manager.get(`/v1/cases?cursor=${cursor}`)).toMatchObject({
        status: 400,
        body: { code: 'REQUEST.INVALID' },
      });
    });
  });

  it.each([
    ['stage=nowhere', 'stage.0'],
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['receivedFrom=yesterday', 'receivedFrom'],
    ['colour=red', 'colour'],
    ['q=%00', 'q'],
    ['cursor=%2F', 'cursor'],
  ])('refuses %s, naming the field', async (query, field) => {
    const answer = await manager.get(`/v1/cases?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'REQUEST.INVALID', errors: [{ field }] } });
  });

  it('asks who reads', async () => {
    const response = await api.app.inject({ url: '/v1/cases' });
    expect(response.statusCode).toBe(401);
  });
});
