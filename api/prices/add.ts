import { isDeepStrictEqual } from 'node:util';
import { reachesBack } from '../../domain/clock/retroactive';
import { serialKey } from '../../domain/text/serial';
import type { Transaction } from '../../platform/database';
import type { NewPartPrice, NewPriceList } from './schema';
import type { ApiDependencies } from '../context';
import { readInstant } from '../http/instants';
import { cataloguePart, withParts } from '../parts-orders/catalogue';
import { ApiError, badRequest } from '../http/problems';
import { lockPrices, refuseListOverlap, refusePriceOverlap } from './overlap';
import { partPriceOf, priceListOf, type PartPriceRow, type PriceListRow } from './rows';

interface Added<T> {
  readonly row: T;
  readonly isNew: boolean;
}

/**
 * Adds a price list; quotes that were prepared before keep the prices they have. The same sent again changes nothing.
 * @throws {ApiError} PRICE.EXISTS, PRICE.OVERLAPS, PRICE.RETROACTIVE; nothing has changed then.
 */
export function addPriceList(
  { database }: Pick<ApiDependencies, 'database'>,
  list: NewPriceList,
  now: Date,
): Promise<Added<PriceListRow>> {
  const { retroactive: _said, ...rest } = list;
  const data: PriceListRow = { ...rest, serviceLevel: list.serviceLevel ?? null, ...spanOf(list) };
  return database.$transaction(async (tx) => {
    const earlier = await listThere(tx, data);
    if (earlier) return { row: earlier, isNew: false };
    refuseRetroactive(list, data.effectiveFrom, now);
    await refuseListOverlap(tx, data);
    return { row: priceListOf(await tx.priceList.create({ data })), isNew: true };
  });
}

/**
 * Adds the price of a part that the catalogue has, as the catalogue spells it, in the same way.
 * @throws {ApiError} as above, and REQUEST.REFERENCE_UNKNOWN, PARTS.UNAVAILABLE.
 */
export async function addPartPrice(
  { config, database }: Pick<ApiDependencies, 'config' | 'database'>,
  price: NewPartPrice,
  now: Date,
): Promise<Added<PartPriceRow>> {
  const { retroactive: _said, ...rest } = price;
  const sent: PartPriceRow = { ...rest, ...spanOf(price) };
  // An existing price is returned even while the parts system is away.
  const there = await database.$transaction((tx) => priceThere(tx, sent));
  if (there) return { row: there, isNew: false };
  const { partNumber } = await withParts(config, (parts) =>
    cataloguePart(parts, price.partNumber, 'partNumber'),
  );
  const data = { ...sent, partNumber };
  return database.$transaction(async (tx) => {
    const earlier = await priceThere(tx, data);
    if (earlier) return { row: earlier, isNew: false };
    refuseRetroactive(price, data.effectiveFrom, now);
    await refusePriceOverlap(tx, data);
    return { row: partPriceOf(await tx.partPrice.create({ data })), isNew: true };
  });
}

async function listThere(tx: Transaction, data: PriceListRow): Promise<PriceListRow | undefined> {
  await lockPrices(tx);
  const row = await tx.priceList.findUnique({ where: { id: data.id } });
  return row ? same(priceListOf(row), data) : undefined;
}

async function priceThere(tx: Transaction, data: PartPriceRow): Promise<PartPriceRow | undefined> {
  await lockPrices(tx);
  const row = await tx.partPrice.findUnique({ where: { id: data.id } });
  if (!row) return undefined;
  const isSamePart = serialKey(row.partNumber) === serialKey(data.partNumber);
  return same(partPriceOf(row), isSamePart ? { ...data, partNumber: row.partNumber } : data);
}

function same<T extends { readonly id: string }>(row: T, data: T): T {
  if (!isDeepStrictEqual({ ...row }, { ...data }))
    throw new ApiError('PRICE.EXISTS', { what: data.id }, 'id');
  return row;
}

/**
 * Later quotes and plans would have been computed differently. @throws {ApiError} without an explicit
 * confirmation.
 */
function refuseRetroactive(
  { retroactive = false }: { readonly retroactive?: boolean },
  from: Date,
  now: Date,
): void {
  if (!retroactive && reachesBack(from, now)) throw new ApiError('PRICE.RETROACTIVE', {}, 'effectiveFrom');
}

function spanOf({ effectiveFrom, effectiveTo }: { effectiveFrom: string; effectiveTo?: string }) {
  const from = new Date(readInstant(effectiveFrom, 'effectiveFrom'));
  const to = effectiveTo === undefined ? null : new Date(readInstant(effectiveTo, 'effectiveTo'));
  if (to !== null && to <= from)
    throw badRequest('effectiveTo', { en: 'the end must be after the start', zh: '结束时间须晚于开始时间' });
  return { effectiveFrom: from, effectiveTo: to };
}
