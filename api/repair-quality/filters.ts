import type { Scope } from '../../domain/identity/scope';
import type { Database } from '../../platform/database';
import type { RepairQualityQuery } from './schema';
import { engineerInSight, organisationInSight } from '../access/in-sight';
import { periodOf } from '../http/period';
import { ApiError } from '../http/problems';

/**
 * Checks the query: its period is valid, its ids exist in the registers; otherwise the figure of a misspelt
 * engineer would read as no repairs.
 * @throws {ApiError} naming the parameter.
 */
export async function checkedFilters<Q extends RepairQualityQuery>(
  database: Database,
  scope: Scope,
  query: Q,
): Promise<Q> {
  const { organisationId, engineerId, productCode, faultCode } = query;
  const read: readonly [string, string | undefined, (id: string) => Promise<object | null>][] = [
    ['organisationId', organisationId, (id) => organisationInSight(database, scope, id)],
    ['engineerId', engineerId, (id) => engineerInSight(database, scope, id)],
    ['productCode', productCode, (code) => database.product.findUnique({ where: { code } })],
    ['faultCode', faultCode, (code) => database.faultCode.findFirst({ where: { code } })],
  ];
  for (const [field, value, find] of read)
    if (value !== undefined && (await find(value)) === null)
      throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field, value }, field);
  return { ...query, ...periodOf(query) };
}
