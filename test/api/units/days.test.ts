import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NewUnit, UnitView } from '../../../api/units/schema';
import type { TestApi } from '../../support/api';
import { companyApi, reader, type Problem, type Reader } from '../../support/reading';

let n = 700;
const another = (changes: Partial<NewUnit> = {}): NewUnit => ({
  serial: `SC75F-2611-${String((n += 1)).padStart(4, '0')}`,
  productCode: 'SC-75F',
  customerId: 'cus-0001',
  soldOn: '2026-11-02',
  address: '上海市奉贤区汀浦路 268 号',
  reason: '合同 HT-2026-118 交付',
  ...changes,
});

describe('The days of a unit follow each other (R6)', () => {
  let system: TestApi;
  let clerk: Reader;
  beforeAll(async () => {
    system = await companyApi();
    clerk = await reader(system.app, 'lu.xinran');
  });
  afterAll(() => system.close());
  const post = <T>(unit: object) => clerk.send<T>('POST', '/v1/units', {}, unit);
  const patch = <T>(id: string, body: object) =>
    clerk.send<T>('PATCH', `/v1/units/${id}`, { 'if-match': '"1"' }, body);

  it.each([
    ['an installation before the sale', { installedOn: '2026-10-01' }, 'installedOn'],
    [
      'an installation before the delivery',
      { deliveredOn: '2026-10-20', installedOn: '2026-10-01' },
      'installedOn',
    ],
    [
      'an exchange before the sale of the first unit',
      { replaces: { unitId: 'unt-0001', on: '2000-01-01' } },
      'replaces.on',
    ],
  ])('refuses %s with the field', async (_what, changes, field) => {
    const unit = another(changes);
    const refused = await post<Problem>(unit);
    expect([refused.status, refused.body.errors[0]?.field]).toEqual([400, field]);
    expect(await system.database.unit.count({ where: { serial: unit.serial } })).toBe(0);
  });

  it('takes days in an order that can be, and refuses a correction that breaks it by the field that was sent', async () => {
    // On trial first, and sold later.
    const trial = await post<UnitView>(another({ deliveredOn: '2026-10-01', installedOn: '2026-10-03' }));
    expect(trial.status).toBe(201);
    const { id } = trial.body;
    for (const [change, field] of [
      [{ deliveredOn: '2026-10-04' }, 'deliveredOn'],
      [{ deliveredOn: null }, 'deliveredOn'],
      [{ installedOn: '2026-09-30' }, 'installedOn'],
      [{ transferredOn: '2026-11-01' }, 'transferredOn'],
    ] as const) {
      const refused = await patch<Problem>(id, { ...change, reason: '试' });
      expect([refused.status, refused.body.errors[0]?.field]).toEqual([400, field]);
    }
    expect((await patch(id, { address: '上海市奉贤区', reason: '更正' })).status).toBe(200);
  });
});
