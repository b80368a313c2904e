import type { Scope } from '../../domain/identity/scope';
import type { Database } from '../../platform/database';
import { organisationInSight } from '../access/in-sight';
import { ApiError } from '../http/problems';

interface Ordered {
  readonly wire: readonly { readonly data: object }[];
  /** Depots involved in the order, visible to every reader of the order. */
  readonly depotIds: readonly string[];
}

/** @throws {ApiError} REQUEST.REFERENCE_UNKNOWN for a depot that there is not for this caller. */
export async function refuseUnseenDepots(
  database: Database,
  scope: Scope,
  { wire, depotIds }: Ordered,
): Promise<void> {
  for (const [n, { data }] of wire.entries()) {
    if (!('depot' in data) || typeof data.depot !== 'string' || depotIds.includes(data.depot)) continue;
    if (await organisationInSight(database, scope, data.depot)) continue;
    const field = `commands.${n}.data.depot`;
    throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field, value: data.depot }, field);
  }
}
