import type { ServiceLevel } from '../../domain/identity/roles';
import type { Database } from '../../platform/database';
import { partPriceOf, priceListOf, type PartPriceRow, type PriceListRow } from './rows';

const at = (now: Date) => ({
  effectiveFrom: { lte: now },
  OR: [{ effectiveTo: null }, { effectiveTo: { gt: now } }],
});
const LATEST_FIRST = [{ effectiveFrom: 'desc' }, { id: 'asc' }] as const;

/** The price list of a service level, else the one for any; of several, the latest. Null where there is none. */
export async function priceListInForce(
  database: Database,
  serviceLevel: ServiceLevel | undefined,
  now: Date,
): Promise<PriceListRow | null> {
  const own =
    serviceLevel &&
    (await database.priceList.findFirst({ where: { serviceLevel, ...at(now) }, orderBy: [...LATEST_FIRST] }));
  const row =
    own ??
    (await database.priceList.findFirst({
      where: { serviceLevel: null, ...at(now) },
      orderBy: [...LATEST_FIRST],
    }));
  return row && priceListOf(row);
}

/** The price of a part in a currency, the latest in force. Null where there is none. */
export async function partPriceInForce(
  database: Database,
  { partNumber, currency }: Pick<PartPriceRow, 'partNumber' | 'currency'>,
  now: Date,
): Promise<PartPriceRow | null> {
  const where = { partNumber, currency, ...at(now) };
  const row = await database.partPrice.findFirst({ where, orderBy: [...LATEST_FIRST] });
  return row && partPriceOf(row);
}

/** The prices in force of these parts in whatever currency, the latest of each first. */
export async function partPricesInForce(
  database: Database,
  partNumbers: readonly string[],
  now: Date,
): Promise<PartPriceRow[]> {
  const where = { partNumber: { in: [...partNumbers] }, ...at(now) };
  const rows = await database.partPrice.findMany({ where, orderBy: [...LATEST_FIRST] });
  return rows.map(partPriceOf);
}
