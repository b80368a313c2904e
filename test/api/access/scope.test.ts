import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseWhere, inScope, isInScope, type ScopedTable } from '../../../api/access/scope';
import { sees, type Placement, type Scope } from '../../../domain/identity/scope';
import { connectDatabase, type Database } from '../../../platform/database';
import { testDatabase } from '../../support/database';
import {
  aCaseRow,
  aContractRow,
  aCustomerRow,
  anOrganisationRow,
  aRequestRow,
  aUnitRow,
  theProductRow,
} from '../support/rows';

const REGIONS = ['north', 'south', null] as const;
const OUTLETS = ['north-1', 'south-1', null] as const;
const PLACEMENTS: readonly Placement[] = REGIONS.flatMap((regionId) =>
  OUTLETS.map((outletId) => ({ regionId, outletId })),
);
const SCOPES: readonly Scope[] = [
  { kind: 'all' },
  { kind: 'region', regionId: 'north' },
  { kind: 'region', regionId: 'south' },
  { kind: 'outlet', outletId: 'north-1' },
  { kind: 'outlet', outletId: 'south-1' },
];
/** An order is also its depots': tried with the orders. */
type PlacedTable = Exclude<ScopedTable, 'parts_order'>;
const TABLES: readonly PlacedTable[] = ['service_case', 'request', 'customer', 'unit', 'service_contract'];
const tagOf = ({ regionId, outletId }: Placement): string => `${regionId ?? 'none'}.${outletId ?? 'none'}`;

/** The key of the row of a table that stands at a placement. */
function keyOf(table: PlacedTable, tag: string): string {
  switch (table) {
    case 'service_case':
      return `AS-${tag}`;
    case 'request':
      return `R-${tag}`;
    case 'customer':
      return `customer-${tag}`;
    case 'unit':
      return `unit-${tag}`;
    case 'service_contract':
      return `contract-${tag}`;
  }
}

describe('R11: each tier sees its own, in SQL as in the rules', () => {
  let database: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const created = await testDatabase();
    drop = () => created.drop();
    database = connectDatabase(created.url);
    await database.product.create({ data: theProductRow });
    for (const id of ['north', 'south'])
      await database.organisation.create({ data: anOrganisationRow(id, 'centre') });
    for (const placement of PLACEMENTS) {
      const tag = tagOf(placement);
      const customer = { id: keyOf('customer', tag), regionId: placement.regionId };
      const link = {
        number: keyOf('service_case', tag),
        requestNumber: keyOf('request', tag),
        customerId: customer.id,
      };
      await database.customer.create({ data: aCustomerRow(customer) });
      await database.unit.create({ data: aUnitRow({ id: keyOf('unit', tag), customerId: customer.id }) });
      await database.serviceContract.create({
        data: aContractRow({ number: keyOf('service_contract', tag), customerId: customer.id }),
      });
      await database.request.create({
        data: aRequestRow({ number: link.requestNumber, caseNumber: link.number }),
      });
      await database.serviceCase.create({ data: aCaseRow({ ...link, ...placement }) });
    }
  });

  afterAll(async () => {
    await database.$disconnect();
    await drop();
  });

  for (const scope of SCOPES) {
    it(`agrees with the rules for ${JSON.stringify(scope)} on every placement and table`, async () => {
      const expected = PLACEMENTS.filter((placement) => sees(scope, placement)).map(tagOf);
      for (const table of TABLES) {
        const seen: string[] = [];
        for (const tag of PLACEMENTS.map(tagOf))
          if (await isInScope(database, scope, table, keyOf(table, tag))) seen.push(tag);
        expect({ table, seen }).toEqual({ table, seen: expected });
      }
      const cases = await database.serviceCase.findMany({ where: caseWhere(scope) });
      expect(cases.map(tagOf).sort()).toEqual([...expected].sort());
    });
  }

  it('gives nothing for a key that does not exist, to anybody', async () => {
    for (const table of TABLES)
      for (const scope of SCOPES) expect(await isInScope(database, scope, table, 'nothing')).toBe(false);
  });

  it('shows an outlet a customer once, however many jobs it had there, and none of whom others served', async () => {
    const scope: Scope = { kind: 'outlet', outletId: 'north-1' };
    const again = {
      number: 'AS-again',
      requestNumber: 'R-again',
      customerId: keyOf('customer', 'north.none'),
    };
    const before = await count(scope);
    await database.serviceCase.create({
      data: aCaseRow({ ...again, regionId: 'north', outletId: 'north-1' }),
    });
    await database.serviceCase.create({
      data: aCaseRow({ ...again, number: 'AS-again-2', regionId: 'north', outletId: 'north-1' }),
    });
    expect(await count(scope)).toBe(before + 1);
    await database.serviceCase.deleteMany({ where: { number: { startsWith: 'AS-again' } } });
  });

  it('places a request by its own region while its case has not started', async () => {
    await database.request.create({
      data: aRequestRow({ number: 'R-new', caseNumber: 'AS-new', regionId: 'south' }),
    });
    expect(await isInScope(database, { kind: 'region', regionId: 'south' }, 'request', 'R-new')).toBe(true);
    expect(await isInScope(database, { kind: 'region', regionId: 'north' }, 'request', 'R-new')).toBe(false);
    expect(await isInScope(database, { kind: 'outlet', outletId: 'south-1' }, 'request', 'R-new')).toBe(
      false,
    );
  });

  it('moves a request with its case to another region', async () => {
    await database.request.create({
      data: aRequestRow({ number: 'R-moved', caseNumber: 'AS-moved', regionId: 'south' }),
    });
    const link = { number: 'AS-moved', requestNumber: 'R-moved', customerId: null };
    await database.serviceCase.create({ data: aCaseRow({ ...link, regionId: 'north', outletId: null }) });
    expect(await isInScope(database, { kind: 'region', regionId: 'north' }, 'request', 'R-moved')).toBe(true);
    expect(await isInScope(database, { kind: 'region', regionId: 'south' }, 'request', 'R-moved')).toBe(
      false,
    );
  });

  async function count(scope: Scope): Promise<number> {
    const [row] = await database.$queryRaw<{ n: bigint }[]>`
      SELECT count(*) AS n FROM customer WHERE ${inScope(scope, 'customer')}`;
    return Number(row?.n ?? -1);
  }
});
