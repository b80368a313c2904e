import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { CustomerDetail, CustomerSummary } from '../../../api/customers/schema';
import type { UnitView } from '../../../api/units/schema';
import type { TestApi } from '../../support/api';
import { aCase } from '../../support/cases';
import { companyApi, reader, type Page, type Reader } from '../../support/reading';

type Detail = Static<typeof CustomerDetail>;

describe('Customers and their units', () => {
  let api: TestApi;
  let manager: Reader;
  let clerk: Reader;
  let engineer: Reader;
  let southerner: Reader;
  let keeper: Reader;

  beforeAll(async () => {
    api = await companyApi();
    manager = await reader(api.app, 'zhou.huaijin');
    clerk = await reader(api.app, 'lu.xinran');
    engineer = await reader(api.app, 'li.wei');
    southerner = await reader(api.app, 'huang.yongqi');
    keeper = await reader(api.app, 'wu.dachuan');
  });
  afterAll(() => api.close());

  const ids = async (who: Reader, query: string): Promise<string[]> => {
    const { status, body } = await who.get<Page<CustomerSummary>>(`/v1/customers?${query}`);
    expect({ status, query }).toEqual({ status: 200, query });
    return body.items.map(({ id }) => id);
  };

  describe('who is on the line (R2)', () => {
    it.each([
      '+862157418260',
      '021-57418260',
      '(021) 5741 8260',
      '０２１－５７４１８２６０',
      '0086 21 57418260',
      '021-57418260 转 3',
    ])('is known by the number in any spelling: %s', async (phone) => {
      expect(await ids(clerk, `phone=${encodeURIComponent(phone)}`)).toEqual(['cus-0001']);
    });

    it('is known by the e-mail address in any case', async () => {
      expect(await ids(clerk, 'email=SheBei%40Lanting.example')).toEqual(['cus-0001']);
    });

    it('is nobody where the number is known to no one, and refused where it is none', async () => {
      expect(await ids(clerk, 'phone=13800000000')).toEqual([]);
      expect(await clerk.get('/v1/customers?phone=call%20me')).toMatchObject({
        status: 422,
        body: { code: 'REQUEST.PHONE_INVALID', errors: [{ field: 'phone' }] },
      });
      expect(await clerk.get('/v1/customers?email=nobody')).toMatchObject({
        status: 422,
        body: { code: 'REQUEST.EMAIL_INVALID', errors: [{ field: 'email' }] },
      });
    });
  });

  it.each(['澜汀', '汀食', 'lant', '邵文娟', 'C-000001'])('are found by words of the file: %s', async (q) => {
    expect(await ids(clerk, `q=${encodeURIComponent(q)}`)).toContain('cus-0001');
  });

  it('come in pages by their number, each once', async () => {
    const whole = (await manager.all<CustomerSummary>('/v1/customers?limit=100')).flat();
    const pages = await manager.all<CustomerSummary>('/v1/customers?limit=7');
    expect(pages.flat()).toEqual(whole);
    expect(whole.length).toBe(await api.database.customer.count());
  });

  it('belong to a region; an outlet sees those it has a job for', async () => {
    expect(await ids(southerner, 'phone=02157418260')).toEqual([]);
    expect(await southerner.get('/v1/customers/cus-0001')).toMatchObject({
      status: 404,
      body: { code: 'RESOURCE.NOT_FOUND' },
    });
    expect(await engineer.get('/v1/customers/cus-0002')).toMatchObject({ status: 404 });
    await aCase(api.database).of('cus-0002').answered().classified().dispatched().commit();
    expect(await engineer.get('/v1/customers/cus-0002')).toMatchObject({ status: 200 });
  });

  it('are not for every role', async () => {
    expect(await keeper.get('/v1/customers/cus-0001')).toMatchObject({
      status: 403,
      body: { code: 'AUTH.FORBIDDEN' },
    });
  });

  it('have contacts, units with their warranty, and open cases', async () => {
    const open = await aCase(api.database).of('cus-0001').answered().commit();
    await aCase(api.database).of('cus-0001').cancelled().commit();
    const { status, body, headers } = await clerk.get<Detail>('/v1/customers/cus-0001');
    expect(status).toBe(200);
    expect(headers.etag).toBe(`"${body.version}"`);
    expect(body.contacts).toContainEqual({ kind: 'phone', value: '+8615124474580', name: '邵文娟' });
    expect(body.units.map(({ id }) => id)).toEqual(['unt-0004', 'unt-0003', 'unt-0001', 'unt-0002']);
    expect(body.openCases.map(({ number }) => number)).toEqual([open.number]);
  });

  describe('a unit', () => {
    it('is found by its serial number in any case', async () => {
      for (const serial of ['SC75F-2103-0351', 'sc75f-2103-0351', '%20ＳＣ75F-2103-0351'])
        expect(await clerk.get(`/v1/units?serial=${serial}`)).toMatchObject({
          status: 200,
          body: { items: [{ id: 'unt-0001', product: { code: 'SC-75F' }, customer: { id: 'cus-0001' } }] },
        });
      expect(await clerk.get('/v1/units?serial=SC75F')).toMatchObject({ status: 200, body: { items: [] } });
    });

    it.each(['2103 0351', '75f-21', '３-０３５１', '0351', 'SC75F21030351'])(
      'is found by the fragment %j of its serial number',
      async (q) => {
        const { body } = await clerk.get<{ items: UnitView[] }>(`/v1/units?q=${encodeURIComponent(q)}`);
        expect(body.items.map(({ id }) => id)).toContain('unt-0001');
      },
    );

    it('is not found by what is no part of its number, nor by the signs of a search', async () => {
      for (const q of ['%', '_', '\\', '---', '0351%', 'SC75F_2103', '1530'])
        expect([q, (await clerk.get(`/v1/units?q=${encodeURIComponent(q)}`)).body]).toMatchObject([
          q,
          { items: [], nextCursor: null },
        ]);
    });

    it('is listed in pages, by serial number', async () => {
      const serials: string[] = [];
      let cursor = '';
      do {
        const { body } = await clerk.get<{ items: UnitView[]; nextCursor: string | null }>(
          `/v1/units?limit=2&q=SC${cursor}`,
        );
        serials.push(...body.items.map(({ serial }) => serial));
        cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
      } while (cursor !== '');
      expect(serials.length).toBeGreaterThan(4);
      expect(serials).toEqual([...new Set(serials)].sort());
    });

    it.each([
      ['installed today', 0, 'in-warranty'],
      ['installed long ago', 800, 'out-of-warranty'],
    ])('has its warranty as it stands today: %s (R6)', async (_name, daysAgo, state) => {
      const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
      const installedOn = new Date(Date.parse(`${today}T00:00:00Z`) - daysAgo * 86_400_000);
      await api.database.unit.update({ where: { id: 'unt-0002' }, data: { installedOn } });
      const { body } = await clerk.get<UnitView>('/v1/units/unt-0002');
      expect(body.warranty).toEqual({ state, on: today });
    });

    it('does not exist for another region', async () => {
      expect(await southerner.get('/v1/units/unt-0001')).toMatchObject({ status: 404 });
      for (const filter of ['serial=SC75F-2103-0351', 'q=21030351'])
        expect(await southerner.get(`/v1/units?${filter}`)).toMatchObject({
          status: 200,
          body: { items: [] },
        });
    });
  });
});
