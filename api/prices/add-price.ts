import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../../platform/database';
import type { NewPartPrice, NewPriceList } from '../../schemas/price';
import { readInstant } from '../instants';
import { ApiError, badRequest } from '../problems';
import { partPriceOf, priceListOf, type PartPriceRow, type PriceListRow } from './rows';

interface Added<T> {
  readonly row: T;
  readonly isNew: boolean;
}

/** Adds a price list; quotes that were prepared before keep the prices they have. The same sent again changes nothing. @throws {ApiError} */
export function addPriceList(database: Database, list: NewPriceList): Promise<Added<PriceListRow>> {
  const data: PriceListRow = { ...list, serviceLevel: list.serviceLevel ?? null, ...spanOf(list) };
  return once(data, {
    find: async () => {
      const row = await database.priceList.findUnique({ where: { id: list.id } });
      return row && priceListOf(row);
    },
    create: () => database.priceList.createMany({ data: [data], skipDuplicates: true }),
  });
}

/** Adds the price of a part, in the same way. @throws {ApiError} */
export function addPartPrice(database: Database, price: NewPartPrice): Promise<Added<PartPriceRow>> {
  const data: PartPriceRow = { ...price, ...spanOf(price) };
  return once(data, {
    find: async () => {
      const row = await database.partPrice.findUnique({ where: { id: price.id } });
      return row && partPriceOf(row);
    },
    create: () => database.partPrice.createMany({ data: [data], skipDuplicates: true }),
  });
}

/** Two that come at once with one id: one is written, and the other is the same or is told. */
async function once<T extends { readonly id: string }>(
  data: T,
  table: {
    readonly find: () => Promise<T | null>;
    readonly create: () => Promise<{ readonly count: number }>;
  },
): Promise<Added<T>> {
  const { count } = await table.create();
  const row = await table.find();
  if (!row || !isDeepStrictEqual({ ...row }, data))
    throw new ApiError('PRICE.EXISTS', { what: data.id }, 'id');
  return { row, isNew: count > 0 };
}

function spanOf({ effectiveFrom, effectiveTo }: { effectiveFrom: string; effectiveTo?: string }) {
  const from = new Date(readInstant(effectiveFrom, 'effectiveFrom'));
  const to = effectiveTo === undefined ? null : new Date(readInstant(effectiveTo, 'effectiveTo'));
  if (to !== null && to <= from)
    throw badRequest('effectiveTo', { en: 'it must end after it begins', zh: '结束时间须晚于开始时间' });
  return { effectiveFrom: from, effectiveTo: to };
}
