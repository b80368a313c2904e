import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { CustomerDetail, CustomerSummary } from '../../../api/customers/schema';
import type { TestApi } from '../../support/api';
import { aCase } from '../../support/cases';
import { companyApi, reader, type Answer, type Page, type Reader } from '../../support/reading';

type Detail = Static<typeof CustomerDetail>;

describe("PATCH /v1/customers/{id}: a clerk corrects a customer's file (R28)", () => {
  let api: TestApi;
  let clerk: Reader;
  let southerner: Reader;
  let sales: Reader;

  beforeAll(async () => {
    api = await companyApi();
    clerk = await reader(api.app, 'lu.xinran');
    southerner = await reader(api.app, 'huang.yongqi');
    sales = await reader(api.app, 'chen.muyuan');
  });
  afterAll(() => api.close());

  const patch = async <T = { readonly code: string }>(
    who: Reader,
    id: string,
    payload: object,
    ifMatch?: string,
  ): Promise<Answer<T>> =>
    who.send<T>(
      'PATCH',
      `/v1/customers/${id}`,
      ifMatch === undefined ? {} : { 'if-match': ifMatch },
      payload,
    );
  const etagOf = async (id: string): Promise<string> =>
    String((await clerk.get(`/v1/customers/${id}`)).headers.etag);
  const found = async (q: string): Promise<string[]> =>
    (await clerk.get<Page<CustomerSummary>>(`/v1/customers?q=${encodeURIComponent(q)}`)).body.items.map(
      ({ id }) => id,
    );

  it('changes what is given, leaves the rest, and is found by the new words', async () => {
    const { units, ...before } = (await clerk.get<Detail>('/v1/customers/cus-0001')).body;
    expect(units).toHaveLength(4);
    const answer = await patch<Detail>(
      clerk,
      'cus-0001',
      { name: '上海澜汀乳业有限公司', city: '苏州' },
      `"${before.version}"`,
    );
    expect(answer).toMatchObject({
      status: 200,
      headers: { etag: `"${before.version + 1}"` },
      body: { ...before, name: '上海澜汀乳业有限公司', city: '苏州', version: before.version + 1 },
    });
    expect(await found('乳业')).toEqual(['cus-0001']);
    expect(await found('澜汀食品')).toEqual([]);
  });

  it('replaces the contacts, each once and in the form that callers are known by', async () => {
    const contacts = [
      { kind: 'phone', value: '138 1234 5678', name: '新联系人' },
      { kind: 'phone', value: '+86 13812345678', name: '新联系人' },
      { kind: 'email', value: 'New@Ruicheng.example' },
    ];
    const { status, body } = await patch<Detail>(clerk, 'cus-0002', { contacts }, await etagOf('cus-0002'));
    expect(status).toBe(200);
    expect(body.contacts).toEqual([
      { kind: 'phone', value: '+8613812345678', name: '新联系人' },
      { kind: 'email', value: 'new@ruicheng.example', name: null },
    ]);
    const caller = await clerk.get<Page<CustomerSummary>>('/v1/customers?phone=13812345678');
    expect(caller.body.items.map(({ id }) => id)).toEqual(['cus-0002']);
  });

  it('completes a prospect, who needs a region by then', async () => {
    const prospect = {
      id: 'prospect-1',
      number: 'P-1',
      kind: 'customer',
      status: 'prospect',
      name: '来电者',
      language: 'zh',
      createdAt: new Date(),
    };
    await api.database.customer.create({ data: prospect });
    // The desk that took the call in has the case, and so sees the file.
    const customer = { id: 'prospect-1', name: '来电者', status: 'prospect' } as const;
    await aCase(api.database).with({ customer, regionId: 'east' }).commit();
    expect(await southerner.get('/v1/customers/prospect-1')).toMatchObject({ status: 404 });
    const early = await patch(clerk, 'prospect-1', { status: 'active', name: '昆山锐明机械有限公司' }, '"1"');
    expect(early).toMatchObject({
      status: 400,
      body: { code: 'REQUEST.INVALID', errors: [{ field: 'regionId' }] },
    });
    const complete = { status: 'active', name: '昆山锐明机械有限公司', regionId: 'east' };
    expect(await patch(clerk, 'prospect-1', complete, '"1"')).toMatchObject({
      status: 200,
      body: { ...complete, version: 2 },
    });
  });

  it('is refused whole where somebody else has changed the file since', async () => {
    const tag = await etagOf('cus-0003');
    const both = await Promise.all(
      ['甲', '乙'].map((name) => patch<{ code?: string; name?: string }>(clerk, 'cus-0003', { name }, tag)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const winner = both.find(({ status }) => status === 200)?.body.name;
    expect(both.find(({ status }) => status === 412)?.body).toMatchObject({ code: 'RESOURCE.STALE' });
    expect((await clerk.get<Detail>('/v1/customers/cus-0003')).body.name).toBe(winner);
  });

  it('asks for the version that was read', async () => {
    expect(await patch(clerk, 'cus-0004', { city: '杭州' })).toMatchObject({
      status: 428,
      body: { code: 'PRECONDITION.REQUIRED' },
    });
    expect(await patch(clerk, 'cus-0004', { city: '杭州' }, 'latest')).toMatchObject({
      status: 400,
      body: { code: 'PRECONDITION.INVALID' },
    });
  });

  it.each<[object, number, string, string]>([
    [{}, 400, 'REQUEST.INVALID', ''],
    [{ colour: 'red' }, 400, 'REQUEST.INVALID', 'colour'],
    [{ status: 'prospect' }, 400, 'REQUEST.INVALID', 'status'],
    [{ name: '' }, 400, 'REQUEST.INVALID', 'name'],
    [{ version: 9 }, 400, 'REQUEST.INVALID', 'version'],
    [{ regionId: 'nowhere' }, 422, 'REQUEST.REFERENCE_UNKNOWN', 'regionId'],
    [{ regionId: 'sh-pudong' }, 422, 'REQUEST.REFERENCE_UNKNOWN', 'regionId'],
    [{ contacts: [{ kind: 'phone', value: 'call me' }] }, 422, 'REQUEST.PHONE_INVALID', 'contacts.0.value'],
    [{ contacts: [{ kind: 'email', value: 'nobody' }] }, 422, 'REQUEST.EMAIL_INVALID', 'contacts.0.value'],
  ])('refuses %j and changes nothing', async (payload, status, code, field) => {
    const before = await clerk.get<Detail>('/v1/customers/cus-0001');
    const answer = await patch(clerk, 'cus-0001', payload, String(before.headers.etag));
    expect(answer).toMatchObject({ status, body: { code, errors: [{ field }] } });
    expect((await clerk.get<Detail>('/v1/customers/cus-0001')).body).toEqual(before.body);
  });

  it('is for the desk, of the region that the customer is in', async () => {
    expect(await patch(sales, 'cus-0001', { city: '北京' }, '"1"')).toMatchObject({
      status: 403,
      body: { code: 'AUTH.FORBIDDEN' },
    });
    expect(await patch(southerner, 'cus-0001', { city: '北京' }, '"1"')).toMatchObject({
      status: 404,
      body: { code: 'RESOURCE.NOT_FOUND' },
    });
  });
});
