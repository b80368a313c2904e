import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProductView } from '../../../api/units/product-schema';
import type { NewUnit, UnitView } from '../../../api/units/schema';
import type { TestApi } from '../../support/api';
import { companyApi, reader, type Problem, type Reader } from '../../support/reading';

const NEW: NewUnit = {
  serial: 'SC75F-2611-0042',
  productCode: 'SC-75F',
  customerId: 'cus-0001',
  soldOn: '2026-11-02',
  address: '上海市奉贤区汀浦路 268 号',
  reason: '合同 HT-2026-118 交付',
};
let n = 100;
const another = (changes: Partial<NewUnit> = {}): NewUnit => ({
  ...NEW,
  serial: `SC75F-2611-${String((n += 1)).padStart(4, '0')}`,
  ...changes,
});

describe('The register of units (R6)', () => {
  let system: TestApi;
  let clerk: Reader;
  let manager: Reader;
  let engineer: Reader;
  beforeAll(async () => {
    system = await companyApi();
    clerk = await reader(system.app, 'lu.xinran');
    manager = await reader(system.app, 'zhou.huaijin');
    engineer = await reader(system.app, 'qian.junfeng');
  });
  afterAll(() => system.close());

  const post = <T = UnitView>(unit: object, by = clerk) => by.send<T>('POST', '/v1/units', {}, unit);
  const patch = <T = UnitView>(id: string, version: number, body: object, by = clerk) =>
    by.send<T>('PATCH', `/v1/units/${id}`, { 'if-match': `"${version}"` }, body);
  const transfer = <T = UnitView>(id: string, version: number, body: object, by = clerk) =>
    by.send<T>('POST', `/v1/units/${id}/transfer`, { 'if-match': `"${version}"` }, body);
  const entered = async (unit: NewUnit = another(), by = clerk): Promise<UnitView> => {
    const { status, body } = await post(unit, by);
    expect([status, body]).toMatchObject([201, { version: 1 }]);
    return body;
  };
  const changesOf = async (id: string) =>
    (await clerk.get<{ items: { version: number; by: string; reason: string }[] }>(`/v1/units/${id}/changes`))
      .body.items;

  it('takes a unit once, found by its number, with its author and reason', async () => {
    const { body, headers } = await post(NEW);
    expect(headers['etag']).toBe('"1"');
    expect(body).toMatchObject({
      serial: NEW.serial,
      installedOn: null,
      timeZone: 'Asia/Shanghai',
      version: 1,
    });
    expect((await post({ ...NEW, serial: 'sc75f 2611 0042' })).status).toBe(200);
    const other = await post<Problem>({ ...NEW, soldOn: '2026-10-01' });
    expect([other.status, other.body.code, other.body.errors[0]?.field]).toEqual([
      409,
      'UNIT.EXISTS',
      'serial',
    ]);
    expect(
      (await clerk.get<{ items: UnitView[] }>(`/v1/units?serial=${NEW.serial}`)).body.items,
    ).toHaveLength(1);
    expect(await changesOf(body.id)).toMatchObject([{ version: 1, by: 'stf-010', reason: NEW.reason }]);
  });

  it('corrects what was read, and keeps each version with its author and reason', async () => {
    const { id } = await entered();
    const corrected = await patch(id, 1, { installedOn: '2026-11-20', reason: '验收单 11 月 20 日' });
    expect(corrected.body).toMatchObject({ installedOn: '2026-11-20', soldOn: '2026-11-02', version: 2 });
    expect(corrected.body.entitlement.labour).toMatchObject({ reason: 'warranty', until: '2028-11-20' });
    const stale = await patch<Problem>(id, 1, { address: '别处', reason: '迟到的更正' });
    expect([stale.status, stale.body.code]).toEqual([412, 'RESOURCE.STALE']);
    expect(await changesOf(id)).toMatchObject([
      { version: 2, installedOn: '2026-11-20', reason: '验收单 11 月 20 日' },
      { version: 1, installedOn: null, reason: NEW.reason },
    ]);
  });

  it.each([
    ['a product that is none', { productCode: 'SC-0' }, 422, 'productCode'],
    ['a customer that is none', { customerId: 'cus-9999' }, 422, 'customerId'],
    ['a sale that has not been', { soldOn: '2126-01-01' }, 400, 'soldOn'],
    ['an installation that has not been', { installedOn: '2126-01-01' }, 400, 'installedOn'],
    ['a day that is none', { soldOn: '2026-02-30' }, 400, 'soldOn'],
    ['a zone that is none', { timeZone: 'Europe/Nowhere' }, 400, 'timeZone'],
    [
      'a unit to replace that is none',
      { replaces: { unitId: 'unt-9999', on: '2026-11-02' } },
      422,
      'replaces.unitId',
    ],
    ['a serial number without a letter or digit', { serial: '---' }, 400, 'serial'],
    ['no reason', { reason: '' }, 400, 'reason'],
  ])('refuses %s with the field', async (_what, changes, status, field) => {
    const unit = another(changes);
    const refused = await post<Problem>(unit);
    expect([refused.status, refused.body.errors[0]?.field]).toEqual([status, field]);
    expect(await system.database.unit.count({ where: { serial: unit.serial } })).toBe(0);
  });

  it('is written by the desk alone, within its region', async () => {
    const { id, serial } = await entered();
    const stranger = await system.database.customer.findFirstOrThrow({ where: { regionId: 'north' } });
    const refused = await post<Problem>(another({ customerId: stranger.id }));
    expect([refused.status, refused.body.code]).toEqual([422, 'REQUEST.REFERENCE_UNKNOWN']);
    expect((await post<Problem>(another(), engineer)).status).toBe(403);
    const elsewhere = await reader(
      system.app,
      (
        await system.database.staff.findFirstOrThrow({
          where: { organisationId: 'north', roles: { has: 'enquiry-clerk' } },
        })
      ).login,
    );
    for (const answer of [
      await patch<Problem>(id, 1, { address: '别处', reason: '试' }, elsewhere),
      await transfer<Problem>(id, 1, { customerId: 'cus-0021', on: '2026-11-20', reason: '试' }, elsewhere),
      await elsewhere.get(`/v1/units/${id}/changes`),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, 'RESOURCE.NOT_FOUND']);
    // A number is taken in every region; for a unit out of scope the conflict reveals nothing else, not even
    // its spelling.
    const twin = another({ serial: serial.replaceAll('-', ' '), customerId: stranger.id });
    const { status, body } = await post<Problem>(twin, elsewhere);
    expect([status, body.code, body.detail.includes(serial)]).toEqual([409, 'UNIT.EXISTS', false]);
  });

  it('counts days where the unit stands: the last day lasts longer in Germany than at the company', async () => {
    const { id } = await entered(another({ timeZone: 'Europe/Berlin' }));
    expect((await clerk.get<UnitView>(`/v1/units/${id}`)).body.timeZone).toBe('Europe/Berlin');
  });

  it('takes the rest of the warranty along when it comes in the place of another, and its chain', async () => {
    const first = await entered(another({ soldOn: '2025-01-10', installedOn: '2025-03-01' }));
    const second = await entered(
      another({ soldOn: '2026-05-04', replaces: { unitId: first.id, on: '2026-05-04' }, reason: '质量换货' }),
    );
    const third = await entered(
      another({
        soldOn: '2026-10-12',
        replaces: { unitId: second.id, on: '2026-10-12' },
        reason: '再次换货',
      }),
    );
    expect(third.replaces).toEqual({ id: second.id, serial: second.serial, on: '2026-10-12' });
    for (const unit of [second, third])
      expect(unit.entitlement.labour).toMatchObject({
        percent: 100,
        reason: 'warranty',
        until: '2027-03-01',
      });
  });

  describe('with terms that say otherwise', () => {
    beforeAll(async () => {
      const products = await manager.get<{ items: ProductView[] }>('/v1/products');
      const { version } = products.body.items.find(({ code }) => code === 'SC-22VS') ?? { version: 0 };
      const term = { percent: 100, months: 24 };
      const said = await manager.send<ProductView>(
        'POST',
        '/v1/products/SC-22VS/warranty-terms',
        { 'if-match': `"${version}"` },
        {
          soldFrom: '2026-01-01',
          from: 'installation',
          ...{ labour: term, parts: term, travel: term },
          undatedStartMonths: 3,
          replacement: 'own',
          replacementMonths: 6,
          transferable: false,
          retroactive: true,
        },
      );
      expect([said.status, said.body]).toMatchObject([
        201,
        {
          terms: [
            { undatedStartMonths: 3, replacement: 'own', replacementMonths: 6, transferable: false },
            { soldFrom: null },
          ],
        },
      ]);
    });

    it('a unit without its installation day is covered from the sale, counted from months after the delivery', async () => {
      const unit = await entered(
        another({ productCode: 'SC-22VS', soldOn: '2026-02-01', deliveredOn: '2026-02-10' }),
      );
      expect(unit.entitlement.labour).toMatchObject({
        percent: 100,
        reason: 'warranty',
        until: '2028-05-10',
      });
    });

    it('a replacement has a term of its own', async () => {
      const old = await entered(another({ productCode: 'SC-22VS', soldOn: '2026-02-01' }));
      const unit = await entered(
        another({
          productCode: 'SC-22VS',
          soldOn: '2026-11-02',
          replaces: { unitId: old.id, on: '2026-11-02' },
        }),
      );
      expect(unit.entitlement.labour).toMatchObject({ reason: 'warranty', until: '2027-05-02' });
    });

    it('the warranty ends with the first owner, and a slip is corrected', async () => {
      const { id } = await entered(another({ productCode: 'SC-22VS', soldOn: '2026-02-01' }));
      const passed = await transfer(id, 1, {
        customerId: 'cus-0002',
        on: '2026-11-20',
        reason: '随厂房转让',
      });
      expect(passed.body).toMatchObject({
        customer: { id: 'cus-0002' },
        transferredOn: '2026-11-20',
        version: 2,
        warranty: { state: 'out-of-warranty' },
        entitlement: { labour: { reason: 'transferred', until: '2026-11-20' } },
      });
      const again = await transfer<Problem>(id, 2, {
        customerId: 'cus-0002',
        on: '2026-11-21',
        reason: '重复',
      });
      expect([again.status, again.body.errors[0]?.field]).toEqual([400, 'customerId']);
      const corrected = await patch(id, 2, { transferredOn: null, reason: '仅更名，未转让' });
      expect(corrected.body.warranty.state).toBe('in-warranty');
    });

    it('refuses an own term without months', async () => {
      const term = { percent: 100, months: 24 };
      const refused = await manager.send(
        'POST',
        '/v1/products/SC-22VS/warranty-terms',
        { 'if-match': '"2"' },
        {
          soldFrom: '2126-01-01',
          from: 'sale',
          ...{ labour: term, parts: term, travel: term },
          replacement: 'own',
        },
      );
      expect([refused.status, refused.body.errors[0]?.field]).toEqual([422, 'replacementMonths']);
    });
  });

  it('leaves a contract with the owner who made it', async () => {
    const covered = (await clerk.get<UnitView>('/v1/units/unt-0003')).body;
    expect(covered.entitlement.labour).toMatchObject({ reason: 'contract' });
    const passed = await transfer('unt-0003', covered.version, {
      customerId: 'cus-0002',
      on: '2026-11-20',
      reason: '转让',
    });
    expect(passed.body.entitlement.labour.reason).not.toBe('contract');
  });
});
