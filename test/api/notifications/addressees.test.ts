import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findAddressees } from '../../../activities/projections/addressees';
import type { Recipient } from '../../../domain/process/decider';
import { connectDatabase, type Database } from '../../../platform/database';
import { testDatabase } from '../../support/database';

const OUTLET = 'outlet-shanghai';

describe('who a message goes to', () => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const created = await testDatabase();
    drop = () => created.drop();
    database = connectDatabase(created.url);
    const place = { calendar: 'cn-24x7', provinces: [], city: '', phone: '' };
    await database.organisation.createMany({
      data: [
        { id: 'hq', kind: 'hq', nameEn: '', nameZh: '', ...place },
        {
          id: 'east',
          kind: 'centre',
          nameEn: '',
          nameZh: '',
          ...place,
          parentId: 'hq',
          calendar: 'cn-office',
        },
        { id: OUTLET, kind: 'outlet', nameEn: '', nameZh: '', ...place, parentId: 'east' },
      ],
    });
    const person = { nameEn: '', nameZh: '', email: '', phone: '', skills: [] };
    const staff = (id: string, organisationId: string, role: string, language = 'zh') => ({
      ...{ id, login: id, organisationId, roles: ['somebody', role], language, ...person },
    });
    await database.staff.createMany({
      data: [
        staff('manager', 'hq', 'hq-service-manager'),
        staff('buyer', 'hq', 'purchasing'),
        staff('director', 'east', 'centre-director', 'en'),
        staff('keeper-1', 'east', 'warehouse-keeper'),
        staff('keeper-2', 'east', 'warehouse-keeper'),
        staff('engineer', OUTLET, 'repair-engineer', 'en'),
      ],
    });
    const at = new Date('2026-03-02T01:00:00.000Z');
    const customer = { number: 'C1', kind: 'company', name: 'c', createdAt: at };
    await database.customer.create({ data: { id: 'customer', language: 'en', ...customer } });
  });
  afterAll(async () => {
    await database.$disconnect();
    await drop();
  });

  const keys = async (to: Recipient) => (await findAddressees(database, [to]))(to).map(({ key }) => key);
  const absent = (id: string) => database.staff.update({ where: { id }, data: { active: false } });

  it('are all who hold the role there, each in their language, by their calendar', async () => {
    expect(await keys({ role: 'warehouse-keeper', organisationId: 'east' })).toEqual([
      'keeper-1',
      'keeper-2',
    ]);
    const director = { role: 'centre-director', organisationId: 'east' };
    expect((await findAddressees(database, [director]))(director)).toEqual([
      { key: 'director', staffId: 'director', language: 'en', calendar: 'cn-office' },
    ]);
  });

  it('is an outlet’s engineers where it has no store of its own, and of a centre nobody but its own', async () => {
    expect(await keys({ role: 'warehouse-keeper', organisationId: OUTLET })).toEqual(['engineer']);
    expect(await keys({ role: 'clerk', organisationId: OUTLET })).toEqual(['manager']);
  });

  it('is a colleague by name, a customer, or who is known by an address, told of together', async () => {
    const colleague = { staffId: 'buyer' };
    const customer = { customerId: 'customer' };
    const stranger = { customerId: 'gone' };
    const address = { address: 'someone@example.com' };
    const addressees = await findAddressees(database, [colleague, customer, stranger, address]);
    expect(addressees(colleague)).toMatchObject([{ key: 'buyer', staffId: 'buyer', language: 'zh' }]);
    expect(addressees(customer)).toEqual([{ key: 'customer', customerId: 'customer', language: 'en' }]);
    expect(addressees(stranger)).toEqual([{ key: 'gone', customerId: 'gone', language: 'zh' }]);
    expect(addressees(address)).toEqual([{ key: 'address', address: 'someone@example.com', language: 'zh' }]);
  });

  it('is the director, then HQ, where the post is vacant: somebody hears of it', async () => {
    const to = { role: 'warehouse-keeper', organisationId: 'east' };
    await absent('keeper-1');
    expect(await keys(to)).toEqual(['keeper-2']);
    await absent('keeper-2');
    expect(await keys(to)).toEqual(['director']);
    await absent('director');
    expect(await keys(to)).toEqual(['manager']);
    await absent('manager');
    expect(await keys(to)).toEqual([]);
  });
});
