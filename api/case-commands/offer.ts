import type { Offering } from '../../domain/case/dispatch/offer-terms';
import type { OfferRecipient } from '../../domain/dispatch/offer-ladder';
import { HQ, sees } from '../../domain/identity/scope';
import type { Principal } from '../../domain/identity/principal';
import type { Database } from '../../platform/database';
import type { WireData } from './schema';
import { ApiError } from '../http/problems';

/** Author of the command, and the registers to read. */
export interface Dispatcher {
  readonly database: Database;
  readonly principal: Principal;
}

/**
 * Organisations that an offer escalates through: the outlet, its regional centre, headquarters (R11).
 * @throws {ApiError} REQUEST.REFERENCE_UNKNOWN for an outlet that does not exist for this caller.
 */
export async function offering(
  { database, principal }: Dispatcher,
  { outletId }: Pick<WireData<'offer'>, 'outletId'>,
  field: string,
): Promise<Pick<Offering, 'ladder' | 'regionId'>> {
  const outlet = await database.organisation.findUnique({
    where: { id: outletId },
    include: { parent: true },
  });
  const hq = await database.organisation.findUnique({ where: { id: HQ } });
  const centre = outlet?.parent;
  if (
    outlet?.kind !== 'outlet' ||
    !centre ||
    !hq ||
    !sees(principal.scope, { regionId: centre.id, outletId: outlet.id })
  )
    throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field, value: outletId }, field);
  return {
    ladder: [recipient('outlet', outlet), recipient('centre', centre), recipient('hq', hq)],
    regionId: centre.id,
  };
}

const recipient = (
  tier: OfferRecipient['tier'],
  { id, nameEn, nameZh }: { readonly id: string; readonly nameEn: string; readonly nameZh: string },
): OfferRecipient => ({ tier, organisationId: id, nameEn, nameZh });
