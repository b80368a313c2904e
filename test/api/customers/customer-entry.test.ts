import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { CustomerChanges, CustomerSummary } from '../../../api/customers/schema';
import type { TestApi } from '../../support/api';
import { companyApi, reader, type Problem, type Reader } from '../../support/reading';
import { newKey } from '../../support/system';

const FILE = {
  name: '宁波东港包装有限公司',
  kind: 'customer',
  language: 'zh',
  regionId: 'east',
  contacts: [{ kind: 'phone', value: '138 1234 9876', name: '韩梅' }],
};

describe('A customer that a clerk enters', () => {
  let api: TestApi;
  let clerk: Reader;
  let engineer: Reader;
  beforeAll(async () => {
    api = await companyApi();
    clerk = await reader(api.app, 'lu.xinran');
    engineer = await reader(api.app, 'li.wei');
  });
  afterAll(() => api.close());

  const enter = <T = CustomerSummary>(by: Reader, file: object, key = newKey()) =>
    by.send<T>('POST', '/v1/customers', { 'idempotency-key': key }, file);

  it('is there at once, found by number and words, and known by telephone', async () => {
    const { status, body, headers } = await enter(clerk, FILE);
    expect([status, headers.location]).toEqual([201, `/v1/customers/${body.id}`]);
    expect(body).toMatchObject({ ...FILE, status: 'active', contacts: [{ value: '+8613812349876' }] });
    const found = await clerk.get<{ items: CustomerSummary[] }>('/v1/customers?phone=13812349876');
    expect(found.body.items.map(({ id }) => id)).toEqual([body.id]);
    const byWords = await clerk.get<{ items: CustomerSummary[] }>(
      `/v1/customers?q=${encodeURIComponent('东港包装')}`,
    );
    expect(byWords.body.items.map(({ id }) => id)).toContain(body.id);
  });

  it('is entered once under one key', async () => {
    const key = newKey();
    const contacts = [...FILE.contacts, { kind: 'phone', value: '13812349001' }];
    const file = { ...FILE, contacts };
    const first = await enter(clerk, file, key);
    const again = await enter(clerk, { ...file, contacts: contacts.toReversed(), city: null }, key);
    expect([first.status, again.status, again.body.id]).toEqual([201, 200, first.body.id]);
    const other = await enter<Problem>(clerk, { ...file, city: '宁波' }, key);
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY.KEY_REUSED']);
    expect((await enter<Problem>(clerk, FILE, 'short')).body.code).toBe('IDEMPOTENCY.KEY_REQUIRED');
  });

  it('has on record who entered and who corrected the file, and what it was', async () => {
    const { body, headers } = await enter(clerk, FILE);
    const ifMatch = { 'if-match': String(headers.etag) };
    await clerk.send('PATCH', `/v1/customers/${body.id}`, ifMatch, { city: '宁波' });
    const { items } = (await clerk.get<Static<typeof CustomerChanges>>(`/v1/customers/${body.id}/changes`))
      .body;
    expect(items.map(({ version, by, file }) => [version, by, file.city])).toEqual([
      [2, 'stf-010', '宁波'],
      [1, 'stf-010', null],
    ]);
  });

  it('belongs to a centre that there is, and is entered by the desk', async () => {
    expect((await enter<Problem>(clerk, { ...FILE, regionId: 'nowhere' })).body.code).toBe(
      'REQUEST.REFERENCE_UNKNOWN',
    );
    expect((await enter<Problem>(engineer, FILE)).body.code).toBe('AUTH.FORBIDDEN');
  });
});
