import { DAY_MS } from '../../domain/clock/instant';
import { randomUUID } from 'node:crypto';
import { WITH_TERMS, type UnitWithTerms } from '../../api/entitlement/facts';
import { customerWords } from '../../platform/customer-words';
import type { Database } from '../../platform/database';
import type { Region } from './cast';
import type { Chance } from './chance';

/** A customer with a unit, as a case is about them. */
export interface Owner {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly language: 'en' | 'zh';
  readonly region: Region;
  readonly units: readonly UnitWithTerms[];
}

export interface OwnedUnit {
  readonly owner: Owner;
  readonly unit: UnitWithTerms;
}

const WRITTEN_AT_ONCE = 500;
const PLACES = ['苏州', '宁波', '佛山', '青岛', '无锡', '东莞', '潍坊', '合肥', '厦门', '成都'];
const NAMES = [
  '恒远',
  '金桥',
  '瑞丰',
  '华盛',
  '天工',
  '东海',
  '联创',
  '德昌',
  '宏图',
  '银河',
  '远大',
  '同力',
];
const TRADES = ['精密机械', '纺织', '食品', '电子', '包装', '汽车零部件', '化工', '制药', '玻璃', '铸造'];
const PEOPLE = [
  '王敏',
  '李强',
  '张伟',
  '刘洋',
  '陈静',
  '杨帆',
  '赵磊',
  '黄丽',
  '周杰',
  '吴昊',
  '徐芳',
  '孙涛',
];

/** Enters customers with one to three units each, sold in the five years before. */
export async function addOwners(
  database: Database,
  { count, regions, chance, nowMs }: Asked,
): Promise<readonly Owner[]> {
  const products = await database.product.findMany({ orderBy: { code: 'asc' } });
  const made = Array.from({ length: count }, () => {
    const region = chance.pick(regions);
    const id = randomUUID();
    const number = `C-${id.slice(0, 8)}`;
    const city = chance.pick(PLACES);
    const name = `${city}${chance.pick(NAMES)}${chance.pick(TRADES)}有限公司`;
    const contact = chance.pick(PEOPLE);
    const phone = `+8613${chance.between(100_000_000, 999_999_999)}`;
    const address = `${city}工业园区${chance.between(1, 900)}号`;
    const contacts = [{ kind: 'phone', value: phone, name: contact }];
    const row = { id, number, kind: 'customer', name, language: 'zh', regionId: region.id, city, address };
    const words = customerWords({ ...row, nameEn: null, contacts });
    const createdAt = new Date(nowMs - chance.between(0, 1_800) * DAY_MS);
    const units = Array.from({ length: chance.between(1, 3) }, () => {
      const soldMs = nowMs - chance.between(30, 1_300) * DAY_MS;
      return {
        id: randomUUID(),
        serial: `SD${randomUUID().slice(0, 12).toUpperCase()}`,
        productCode: chance.pick(products).code,
        customerId: id,
        soldOn: new Date(soldMs),
        deliveredOn: new Date(soldMs + 7 * DAY_MS),
        installedOn: new Date(soldMs + 14 * DAY_MS),
        address,
      };
    });
    return {
      region,
      contact: { customerId: id, ...contacts[0], value: phone, kind: 'phone' },
      phone,
      units,
      row: { ...row, words, createdAt },
    };
  });
  for (let from = 0; from < made.length; from += WRITTEN_AT_ONCE) {
    const some = made.slice(from, from + WRITTEN_AT_ONCE);
    await database.$transaction([
      database.customer.createMany({ data: some.map(({ row }) => row) }),
      database.customerContact.createMany({ data: some.map(({ contact }) => contact) }),
      database.unit.createMany({ data: some.flatMap(({ units }) => units) }),
    ]);
  }
  return withUnits(database, made);
}

interface Asked {
  readonly count: number;
  readonly regions: readonly Region[];
  readonly chance: Chance;
  readonly nowMs: number;
}

/** The units as everything reads them that judges their warranty. */
async function withUnits(
  database: Database,
  made: readonly {
    readonly region: Region;
    readonly phone: string;
    readonly row: { readonly id: string; readonly name: string };
  }[],
): Promise<readonly Owner[]> {
  const owners: Owner[] = [];
  for (let from = 0; from < made.length; from += WRITTEN_AT_ONCE) {
    const some = made.slice(from, from + WRITTEN_AT_ONCE);
    const units = await database.unit.findMany({
      where: { customerId: { in: some.map(({ row }) => row.id) } },
      include: WITH_TERMS,
      orderBy: { id: 'asc' },
    });
    const byCustomer = new Map<string, UnitWithTerms[]>(some.map(({ row }) => [row.id, []]));
    for (const unit of units) byCustomer.get(unit.customerId)?.push(unit);
    for (const { region, phone, row } of some)
      owners.push({
        id: row.id,
        name: row.name,
        phone,
        language: 'zh',
        region,
        units: byCustomer.get(row.id) ?? [],
      });
  }
  return owners;
}

/** A unit that had been at work for a month by then; two of three are young enough to be under warranty. */
export function pickUnit(owners: readonly Owner[], chance: Chance, atMs: number): OwnedUnit {
  const oldestMs = chance.isOneOf(67) ? atMs - 365 * DAY_MS : 0;
  for (;;) {
    const owner = chance.pick(owners);
    const unit = chance.pick(owner.units);
    const soldMs = unit.soldOn.getTime();
    if (soldMs > oldestMs && soldMs + 45 * DAY_MS < atMs) return { owner, unit };
  }
}
