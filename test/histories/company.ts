import { HQ } from '../../domain/identity/scope';
import type { Database } from '../../platform/database';
import { receiveOpeningStock } from '../../systems/parts/opening-stock';
import { aPolicy, seedCompany } from '../support/policies';
import { customer, newUnit } from './cast';

const LONG_AGO = '2020-01-01T00:00:00.000Z';

/** The company of the tests, with promises short enough to be waited for, and parts where the stories want them. */
export async function seedImpatientCompany(database: Database): Promise<void> {
  await seedCompany(database);
  const change = (id: string, data: Parameters<typeof database.clockPolicy.update>[0]['data']) =>
    database.clockPolicy.update({ where: { id }, data });
  await change('survey', { targetSeconds: 1, expireAfterSeconds: 1, warnAt: [] });
  // After the time it takes to answer one.
  await change('offer', { targetSeconds: 5, warnAt: [] });
  // After the time it takes to bring one back.
  await change('old-part-return', {
    targetSeconds: 4,
    escalate: [
      { afterSeconds: 1, to: 'centre-director' },
      { afterSeconds: 2, to: 'hq-service-manager' },
    ],
    expireAfterSeconds: 3,
  });
  // For an urgent case the approval is reminded of at once, and escalates within seconds.
  await database.clockPolicy.create({
    data: { ...aPolicy('approval', 2), id: 'approval-urgent', priority: 'urgent', targetSeconds: 2, escalate: [{ afterSeconds: 1, to: 'hq-service-manager' }] },
  });
  // And it is promised sooner.
  await database.clockPolicy.create({ data: { ...aPolicy('resolution', 2), id: 'resolution-urgent', priority: 'urgent' } });
  await seedParts(database);
  // The customer of every story: what a revisit finds is entered in the register for them.
  await database.customer.create({
    data: { id: 'customer-1', number: 'C-1', kind: 'company', name: '华东机械', language: 'zh', regionId: 'east', createdAt: new Date(LONG_AGO) },
  });
  // Two that turn out to be one, and the same as that customer.
  await database.customer.createMany({
    data: ['prospect-1', 'prospect-2'].map((id) => ({
      id, number: id.toUpperCase(), kind: 'company', name: '华东', language: 'zh', regionId: 'east', status: 'prospect', createdAt: new Date(LONG_AGO),
    })),
  });
  await seedNewUnit(database);
}

async function seedNewUnit(database: Database): Promise<void> {
  const { id, serial, productCode, productNameEn, productNameZh } = newUnit;
  const covered = { labourPercent: 100, labourMonths: 12, partsPercent: 100, partsMonths: 12, travelPercent: 100, travelMonths: 12 };
  await database.product.create({
    data: { code: productCode, nameEn: productNameEn, nameZh: productNameZh, family: 'compressor', warrantyFrom: 'installation', ...covered },
  });
  await database.unit.create({ data: { id, serial, productCode, customerId: customer.id, soldOn: new Date(LONG_AGO), address: '上海市' } });
}

/** A contactor is near the engineer, a bearing only in another region, a seal nowhere. */
async function seedParts(database: Database): Promise<void> {
  const part = { model: 'M-1', material: 'steel', abcClass: 'B', critical: false, unitCostCents: 12_800, currency: 'CNY' } as const;
  await receiveOpeningStock(database, {
    at: LONG_AGO,
    depots: [
      { id: 'outlet', nameEn: 'Outlet', nameZh: '服务站' },
      { id: 'west', nameEn: 'West', nameZh: '华西' },
    ],
    parts: [
      { ...part, partNumber: 'CONTACTOR-1', nameEn: 'Contactor', nameZh: '接触器' },
      { ...part, partNumber: 'BEARING-1', nameEn: 'Bearing', nameZh: '轴承' },
      { ...part, partNumber: 'SEAL-1', nameEn: 'Seal', nameZh: '密封件' },
    ],
    quantities: [
      { depot: 'outlet', partNumber: 'CONTACTOR-1', quantity: 100 },
      { depot: HQ, partNumber: 'CONTACTOR-1', quantity: 100 },
      { depot: 'west', partNumber: 'BEARING-1', quantity: 100 },
    ],
  });
}
