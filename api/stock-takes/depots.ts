import type { Principal } from '../../domain/identity/principal';
import { mayCount } from '../../domain/identity/stores';
import type { PartsPort } from '../../systems/parts/port';
import { SystemRefusal, SystemUnavailable } from '../../systems/shared/errors';
import { isOrganisationInSight, organisationInSight } from '../access/in-sight';
import type { ApiDependencies } from '../context';
import { ApiError } from '../http/problems';
import { withParts } from '../parts-orders/catalogue';

/** Depots of the organisations in sight, the caller's own first. */
export async function depotsInSight(
  { database, config }: Pick<ApiDependencies, 'database' | 'config'>,
  { actor, scope, language }: Principal,
) {
  const [{ depots }, organisations] = await Promise.all([
    readingParts(config, (port) => port.listDepots()),
    database.organisation.findMany(),
  ]);
  const seen = new Set(organisations.filter((row) => isOrganisationInSight(scope, row)).map(({ id }) => id));
  return depots
    .filter(({ depot }) => seen.has(depot))
    .map(({ depot, nameEn, nameZh }) => ({
      id: depot,
      name: language === 'zh' ? nameZh : nameEn,
      isMine: depot === actor.organisationId,
      mayCount: mayCount(actor, scope, depot),
    }))
    .sort((left, right) => Number(right.isMine) - Number(left.isMine));
}

/** @throws {ApiError} REQUEST.REFERENCE_UNKNOWN for a depot that there is not for this caller. */
export async function refuseUnseenDepot(
  { database }: Pick<ApiDependencies, 'database'>,
  { scope }: Principal,
  depot: string,
): Promise<void> {
  if (!(await organisationInSight(database, scope, depot))) throw unknownDepot(depot);
}

export const unknownDepot = (depot: string): ApiError =>
  new ApiError('REQUEST.REFERENCE_UNKNOWN', { field: 'depot', value: depot }, 'depot');

/** Reads of the parts system. @throws {ApiError} PARTS.UNAVAILABLE, REQUEST.REFERENCE_UNKNOWN for a place that keeps no stock. */
export async function readingParts<T>(
  config: ApiDependencies['config'],
  read: (port: PartsPort) => Promise<T>,
): Promise<T> {
  try {
    return await withParts(config, read);
  } catch (error) {
    if (error instanceof SystemUnavailable) throw new ApiError('PARTS.UNAVAILABLE');
    if (error instanceof SystemRefusal && error.code === 'PARTS.DEPOT_UNKNOWN')
      throw unknownDepot(String(error.params['depot']));
    throw error;
  }
}
