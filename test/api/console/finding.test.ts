import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { CallersAnswer } from '../../../api/callers/schema';
import type { CaseSummary } from '../../../api/cases/schema';
import type { CaseCounts, Counts } from '../../../api/counts/schema';
import type { OrganisationView } from '../../../api/organisations/schema';
import type { SearchAnswer } from '../../../api/search/schema';
import type { StaffView } from '../../../api/staff/schema';
import type { CaseBuilder } from '../../support/cases';
import type { Page, Reader } from '../../support/reading';
import { CASE_FILTERS } from './case-filters';
import { findingWorld, type FindingWorld } from './finding-world';

async function read<T>(who: Reader, url: string, headers: Readonly<Record<string, string>> = {}): Promise<T> {
  const { status, body } = await who.get<T>(url, headers);
  expect({ status, url, body }).toEqual({ status: 200, url, body });
  return body;
}

describe('reads of the console', () => {
  let world: FindingWorld;
  let manager: Reader;
  let clerk: Reader;
  let engineer: Reader;
  let southerner: Reader;
  let keeper: Reader;
  let dispatched: CaseBuilder;
  let closed: CaseBuilder;

  beforeAll(async () => {
    world = await findingWorld();
    ({ manager, clerk, engineer, southerner, keeper, dispatched, closed } = world);
  });
  afterAll(() => world.api.close());

  describe('GET /v1/staff', () => {
    const ids = async (who: Reader, query = ''): Promise<string[]> =>
      (await read<Page<StaffView>>(who, `/v1/staff?limit=100&${query}`)).items.map(({ id }) => id);

    it('is everybody at headquarters; elsewhere those in sight and the desks of all centres (R11)', async () => {
      expect((await ids(manager)).length).toBe(39);
      const seen = await ids(clerk);
      expect(seen).toEqual(expect.arrayContaining(['stf-027', 'stf-014', 'stf-016', 'stf-001']));
      expect(seen).not.toContain('stf-020');
      expect(seen).not.toContain('stf-033');
    });

    it('is narrowed by role, organisation, skill and name, in either language', async () => {
      expect(await ids(manager, 'role=repair-engineer&organisationId=sh-pudong')).toEqual(['stf-027']);
      expect(await ids(clerk, 'role=repair-engineer&organisationId=east&skill=oil-free-screw')).toEqual(
        expect.arrayContaining(['stf-027', 'stf-029', 'stf-032']),
      );
      expect(await ids(clerk, `q=${encodeURIComponent('李巍')}`)).toEqual(['stf-027']);
      expect(await ids(clerk, 'q=li%20WEI')).toEqual(['stf-027']);
      expect(await ids(clerk, 'q=%25')).toEqual([]);
      expect(await ids(manager, 'active=false')).toEqual(['stf-028']);
    });

    it('names one by id, also who has left, and nobody of another region', async () => {
      const member = await read<StaffView>(clerk, '/v1/staff/stf-028', { 'accept-language': 'en' });
      expect(member).toMatchObject({
        name: 'Xu Zhengyang',
        names: { en: 'Xu Zhengyang', zh: '徐正阳' },
        organisation: { id: 'sh-pudong', kind: 'outlet' },
        roles: ['repair-engineer'],
        active: false,
      });
      expect((await southerner.get('/v1/staff/stf-028')).status).toBe(404);
    });

    it('comes in pages, each once', async () => {
      const pages = await manager.all<StaffView>('/v1/staff?limit=10');
      expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(39);
    });
  });

  it('GET /v1/organisations names every centre, and the outlets in sight (R11)', async () => {
    const ids = async (who: Reader, query = ''): Promise<string[]> =>
      (await read<Page<OrganisationView>>(who, `/v1/organisations?${query}`)).items.map(({ id }) => id);
    expect(await ids(engineer)).toEqual(['east', 'hq', 'north', 'sh-pudong', 'south']);
    expect(await ids(clerk, 'kind=outlet')).toEqual(['hangzhou', 'sh-pudong', 'suzhou']);
    expect(await ids(manager, `q=${encodeURIComponent('深圳')}`)).toEqual(['sz-baoan']);
    const { items } = await read<Page<OrganisationView>>(clerk, '/v1/organisations?q=east');
    expect(items).toMatchObject([{ id: 'east', name: '华东服务中心', isMine: true }]);
  });

  describe('GET /v1/callers (R2)', () => {
    type Answer = Static<typeof CallersAnswer>;
    const ask = (who: Reader, phone: string) =>
      read<Answer>(who, `/v1/callers?phone=${encodeURIComponent(phone)}`);

    it.each([
      ...['+8615124474580', '15124474580', '151 2447 4580', '151-2447-4580', '151/2447/4580'],
      ...['（+86）151 2447 4580', '0086 151.2447.4580', 'tel:+8615124474580', '邵文娟 15124474580'],
      '１５１２４４７４５８０',
    ])('knows the caller from "%s"', async (phone) => {
      const { phone: read, items } = await ask(clerk, phone);
      expect(read.number).toBe('+8615124474580');
      expect(items.map(({ customer }) => customer.id)).toEqual(['cus-0001']);
    });

    it('takes a local number as dialled where the clerk sits, with its extension', async () => {
      const { phone, items } = await ask(clerk, '5741 8260 转 801');
      expect(phone).toEqual({
        number: '+862157418260',
        extension: '801',
        words: { en: '+86 21 5741 8260', zh: '021 5741 8260' },
      });
      expect(items.length).toBe(1);
    });

    it('tells who it is, their units with warranty, and their cases with what was promised', async () => {
      const { items } = await ask(clerk, '15124474580');
      const [caller] = items;
      expect(caller).toMatchObject({ contactName: '邵文娟', unitCount: 4, openCaseCount: 1 });
      expect(caller?.units.map(({ serial, warranty }) => `${serial} ${warranty.state}`)).toEqual([
        'AD200-2511-0343 in-warranty',
        'RD130-2207-0330 in-warranty',
        'SC75F-2103-0351 out-of-warranty',
        'SC75F-2104-0368 out-of-warranty',
      ]);
      expect(caller?.openCases.map(({ number }) => number)).toEqual([dispatched.number]);
      const promises = caller?.openCases[0]?.promises ?? [];
      expect(promises.map(({ name }) => name)).toEqual(expect.arrayContaining(['resolution', 'arrival']));
      expect(promises.every(({ dueAt }) => dueAt !== null)).toBe(true);
      expect(caller?.recentCases.map(({ number }) => number)).toEqual([closed.number]);
    });

    it('names a customer of another centre as theirs, and no more; nobody for an unknown number', async () => {
      expect(await ask(southerner, '15124474580')).toMatchObject({
        items: [],
        elsewhere: [{ name: '上海澜汀食品有限公司', centre: { id: 'east' } }],
      });
      expect(await ask(clerk, '13800000000')).toMatchObject({ items: [], elsewhere: [] });
    });

    it('refuses what is no number, and who reads no customer files', async () => {
      const { status, body } = await clerk.get('/v1/callers?phone=12');
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'REQUEST.PHONE_INVALID' });
      expect((await keeper.get('/v1/callers?phone=15124474580')).status).toBe(403);
    });
  });

  describe('GET /v1/search', () => {
    const found = async (who: Reader, q: string): Promise<Record<string, string[]>> => {
      const { groups } = await read<SearchAnswer>(who, `/v1/search?q=${encodeURIComponent(q)}`);
      return Object.fromEntries(groups.map(({ kind, items }) => [kind, items.map(({ id }) => id)]));
    };

    it('finds each kind by what it is known by', async () => {
      expect(await found(clerk, '澜汀')).toMatchObject({
        customer: ['cus-0001'],
        case: [dispatched.number, closed.number],
      });
      expect(await found(clerk, '2103 0351')).toMatchObject({
        unit: ['unt-0001'],
        case: [dispatched.number],
      });
      expect(await found(clerk, '李巍')).toMatchObject({ staff: ['stf-027'], case: [dispatched.number] });
      expect(await found(clerk, '漏油待办')).toEqual({ request: ['RQ-2026-700001'] });
      expect(await found(clerk, '华东机械')).toMatchObject({ partsOrder: ['PO-2026-000777'] });
      expect(await found(clerk, 'po2026-777')).toMatchObject({ partsOrder: ['PO-2026-000777'] });
      expect(await found(clerk, dispatched.number.toLowerCase())).toMatchObject({
        case: [dispatched.number],
        partsOrder: ['PO-2026-000777'],
      });
    });

    it('tells how each is recognised and where it is', async () => {
      const { groups } = await read<SearchAnswer>(clerk, `/v1/search?q=${dispatched.number}`);
      expect(groups[0]?.items[0]).toEqual({
        kind: 'case',
        id: dispatched.number,
        label: `${dispatched.number} 空压机漏油`,
        detail: '上海澜汀食品有限公司',
        state: 'dispatched',
        href: `/v1/cases/${dispatched.number}`,
      });
    });

    it('finds what the caller sees and may read, and telephone numbers for nobody else', async () => {
      expect(await found(southerner, '澜汀')).toEqual({});
      expect(await found(engineer, dispatched.number.replace('AS', 'RQ'))).not.toHaveProperty('request');
      expect(await found(clerk, '15124474580')).toHaveProperty('case');
      expect(await found(keeper, '15124474580')).toEqual({});
      expect(await found(clerk, '%%')).toEqual({});
    });
  });

  describe('filters of GET /v1/cases', () => {
    it.each(CASE_FILTERS)('%s', async (query, found) => {
      const who = query.startsWith('mine') ? clerk : manager;
      const { items } = await read<Page<CaseSummary>>(who, `/v1/cases?${query}`);
      expect(items.map(({ number }) => number)).toEqual(found.map((name) => world[name].number));
      const counts = await read<CaseCounts>(who, `/v1/case-counts?${query}`);
      expect(counts.total).toBe(found.length);
      expect(counts.byStage.reduce((sum, { count }) => sum + count, 0)).toBe(found.length);
    });

    it('are mine by being sent, by owning and by tasks', async () => {
      const { items } = await read<Page<CaseSummary>>(engineer, '/v1/cases?mine=true');
      expect(items.map(({ number }) => number)).toEqual([dispatched.number]);
    });

    it('find nothing by telephone for who reads no customer files, and refuse what is no number', async () => {
      expect((await read<Page<CaseSummary>>(keeper, '/v1/cases?phone=15124474580')).items).toEqual([]);
      expect((await clerk.get('/v1/cases?phone=1')).body).toMatchObject({ code: 'REQUEST.PHONE_INVALID' });
    });
  });

  it('GET /v1/case-counts counts a board by stage, type, priority and owner', async () => {
    expect(await read<CaseCounts>(manager, '/v1/case-counts?open=true&regionId=east')).toMatchObject({
      total: 2,
      byStage: [
        { stage: 'registered', count: 1 },
        { stage: 'dispatched', count: 1 },
      ],
      byRequestType: expect.arrayContaining([
        { requestType: null, count: 1 },
        { requestType: 'repair', count: 1 },
      ]),
      byPriority: [{ priority: 'normal', count: 2 }],
      breached: 1,
      paused: 0,
    });
  });

  describe('GET /v1/counts', () => {
    it('counts my tasks by when they are due, the open cases that I see, and unread messages', async () => {
      const counts = await read<Counts>(clerk, '/v1/counts');
      const tasks = await read<Page<object>>(clerk, '/v1/tasks?limit=100');
      expect(counts.tasks.total).toBe(tasks.items.length);
      expect(counts.tasks.byKind.map(({ kind }) => kind)).toContain('answer-request');
      expect(counts).toMatchObject({ soonHours: 4, cases: { total: 2, breached: 1, mine: 1 } });
      expect(counts.requests).toEqual({ registered: 1 });
      const unread = await read<Page<object>>(clerk, '/v1/notifications?unread=true&limit=100');
      expect(counts.notifications.unread).toBe(unread.items.length);
      expect(counts.partsOrders).toMatchObject({ open: 1 });
    });

    it('counts nothing of others, and no requests for who reads none', async () => {
      const counts = await read<Counts>(engineer, '/v1/counts?soonHours=168');
      expect(counts).toMatchObject({ requests: null, cases: { total: 1 }, partsOrders: { open: 1 } });
      expect(await read<Counts>(southerner, '/v1/counts')).toMatchObject({
        cases: { total: 1, byStage: [{ stage: 'registered', count: 1 }] },
        partsOrders: { open: 0 },
        requests: { registered: 0 },
      });
      expect((await clerk.get('/v1/counts?soonHours=0')).status).toBe(400);
    });
  });
});
