import type { Principal } from '../../domain/identity/principal';
import { rolesServed } from '../../domain/identity/stores';
import { Prisma } from '../../platform/database';

/**
 * Tasks assigned to the caller, or unassigned ones for a role that the caller has at their place, except
 * approvals that they requested themselves.
 */
export function isMine({ actor, scope }: Principal): Prisma.Sql {
  const { id, organisationId } = actor;
  const roles = rolesServed(actor.roles, scope);
  if (roles.length === 0) return Prisma.sql`task.staff_id = ${id}`;
  return Prisma.sql`(task.staff_id = ${id} OR (task.staff_id IS NULL AND task.role IN (${Prisma.join([...roles])})
    AND (task.organisation_id = ${organisationId} OR task.organisation_id IS NULL)
    AND (task.kind <> 'approve' OR task.params->'askedBy'->>'id' IS DISTINCT FROM ${id})))`;
}
