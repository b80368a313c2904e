import type { Transaction } from '../../platform/database';
import { ApiError } from '../http/problems';
import type { PartPriceRow, PriceListRow } from './rows';

/** Writers follow one another: of two that come at once, the second sees what the first has entered. */
export const lockPrices = (tx: Transaction) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('prices', 0))`;

/**
 * Among prices in force the latest start wins, so a later one replaces an earlier one without an overlap. Two
 * with the same start would leave the choice to their ids.
 * @throws {ApiError} PRICE.OVERLAPS
 */
export async function refusePriceOverlap(
  tx: Transaction,
  {
    id,
    partNumber,
    currency,
    effectiveFrom,
  }: Pick<PartPriceRow, 'id' | 'partNumber' | 'currency' | 'effectiveFrom'>,
): Promise<void> {
  const where = { id: { not: id }, partNumber, currency, effectiveFrom };
  const other = await tx.partPrice.findFirst({ where });
  if (other) throw overlaps(`${partNumber} (${currency})`, other.id, effectiveFrom);
}

/** The same for price lists of one service level, in whatever currency: a level has one list at a time. @throws {ApiError} */
export async function refuseListOverlap(
  tx: Transaction,
  { id, serviceLevel, effectiveFrom }: Pick<PriceListRow, 'id' | 'serviceLevel' | 'effectiveFrom'>,
): Promise<void> {
  const other = await tx.priceList.findFirst({ where: { id: { not: id }, serviceLevel, effectiveFrom } });
  if (other) throw overlaps(serviceLevel ?? '*', other.id, effectiveFrom);
}

const overlaps = (what: string, other: string, from: Date): ApiError =>
  new ApiError('PRICE.OVERLAPS', { what, other, from: from.toISOString() }, 'effectiveFrom');
