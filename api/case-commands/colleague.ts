import type { DeskFacts } from '../../domain/case/steering/hand-over-terms';
import { deskRoleOf } from '../../domain/identity/desk';
import type { Principal } from '../../domain/identity/principal';
import type { Database } from '../../platform/database';
import { serviceLevelOf } from '../requests/facts';
import { ApiError } from '../http/problems';
import { staffMember } from '../staff/list';

/** Somebody whom a case can be handed over to: who may take one over may also be given one. @throws {ApiError} */
export async function colleagueFacts(
  { database, principal }: { readonly database: Database; readonly principal: Principal },
  id: string,
  field: string,
): Promise<DeskFacts> {
  // A refusal in their name would say that somebody out of sight is there.
  const seen = await staffMember(database, principal, id);
  const staff = await database.staff.findFirst({
    where: { id, active: true },
    include: { organisation: true },
  });
  if (!staff || !seen) throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field, value: id }, field);
  const role = deskRoleOf(seen.roles, seen.organisation.kind);
  if (!role) throw new ApiError('REQUEST.COLLEAGUE_NO_DESK', { field, name: seen.name }, field);
  const { organisation } = staff;
  const serviceLevel = serviceLevelOf(organisation.serviceLevel);
  return {
    id: staff.id,
    name: staff.nameZh,
    role,
    organisationId: organisation.id,
    ...(organisation.kind === 'centre' && {
      regionId: organisation.id,
      ...(serviceLevel && { serviceLevel }),
    }),
  };
}
