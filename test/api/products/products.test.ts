import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProductView } from '../../../api/units/product-schema';
import type { TestApi } from '../../support/api';
import { companyApi, reader, type Reader } from '../../support/reading';

const TERM = { percent: 100, months: 24 };
const NEW = {
  code: 'SC-90V',
  nameEn: 'SC-90V variable-speed screw compressor, 90 kW',
  nameZh: 'SC-90V 变频螺杆空压机 90 kW',
  family: 'oil-injected-screw',
  from: 'installation',
  labour: TERM,
  parts: TERM,
  travel: { percent: 0, months: 0 },
};

describe('the register of products', () => {
  let api: TestApi;
  let manager: Reader;
  let clerk: Reader;
  beforeAll(async () => {
    api = await companyApi();
    [manager, clerk] = [await reader(api.app, 'zhou.huaijin'), await reader(api.app, 'lu.xinran')];
  });
  afterAll(() => api.close());

  const correct = (version: number, patch: object, code = NEW.code) =>
    manager.send('PATCH', `/v1/products/${code}`, { 'if-match': `"${version}"` }, patch);

  it('takes a product once, with the terms of its units and who entered it', async () => {
    expect((await clerk.send('POST', '/v1/products', {}, NEW)).status).toBe(403);
    const added = await manager.send<ProductView>('POST', '/v1/products', {}, NEW);
    expect(added).toMatchObject({
      status: 201,
      headers: { etag: '"1"' },
      body: {
        code: NEW.code,
        version: 1,
        terms: [{ soldFrom: null, labour: TERM, replacement: 'rest', createdBy: 'stf-001' }],
        changes: [{ version: 1, nameEn: NEW.nameEn, by: 'stf-001' }],
      },
    });
    expect(await manager.send('POST', '/v1/products', {}, NEW)).toMatchObject({
      status: 200,
      body: added.body,
    });
    expect(await manager.send('POST', '/v1/products', {}, { ...NEW, nameEn: 'other' })).toMatchObject({
      status: 409,
      body: { code: 'PRODUCT.EXISTS', errors: [{ field: 'code' }] },
    });
    const { body } = await clerk.get<{ items: ProductView[] }>('/v1/products');
    expect(body.items.find(({ code }) => code === NEW.code)).toEqual(added.body);
    expect(body.items.find(({ code }) => code === 'AD-200')?.changes).toEqual([]);
  });

  it('refuses terms that promise half of something', async () => {
    const half = { ...NEW, code: 'SC-91V', travel: { percent: 50, months: 0 } };
    expect(await manager.send('POST', '/v1/products', {}, half)).toMatchObject({
      status: 422,
      body: { code: 'ENTITLEMENT.INVALID', errors: [{ field: 'travel' }] },
    });
    expect(await api.database.product.count({ where: { code: 'SC-91V' } })).toBe(0);
  });

  it('has its names corrected by the version that was read, and keeps who did it', async () => {
    expect((await correct(7, { nameEn: 'SC-90V' })).body.code).toBe('RESOURCE.STALE');
    expect((await correct(1, { nameEn: 'none' }, 'NONE-1')).status).toBe(404);
    expect((await manager.send('PATCH', `/v1/products/${NEW.code}`, {}, { nameEn: 'x' })).status).toBe(428);
    const changed = await correct(1, { nameEn: 'SC-90V' });
    expect(changed).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: {
        nameEn: 'SC-90V',
        nameZh: NEW.nameZh,
        version: 2,
        changes: [{ version: 1 }, { version: 2, nameEn: 'SC-90V', by: 'stf-001' }],
      },
    });
    const answers = await Promise.all([correct(2, { nameZh: '甲' }), correct(2, { nameZh: '乙' })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });
});
