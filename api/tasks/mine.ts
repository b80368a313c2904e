import type { Principal } from '../../domain/identity/principal';
import { rolesServed } from '../../domain/identity/stores';
import { Prisma } from '../../platform/database';

/** Somebody who works here no more: what they have left in a role's name is the role's at that place. */
export const hasLeft = (staffId: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${staffId} IN (SELECT leaver.id FROM staff AS leaver WHERE NOT leaver.active)`;

/**
 * Tasks assigned to the caller, or those of no one or of a leaver for a role that the caller has at their place, except
 * approvals that they requested themselves.
 */
export function isMine({ actor, scope }: Principal): Prisma.Sql {
  const { id, organisationId } = actor;
  const roles = rolesServed(actor.roles, scope);
  if (roles.length === 0) return Prisma.sql`task.staff_id = ${id}`;
  return Prisma.sql`(task.staff_id = ${id} OR ((task.staff_id IS NULL OR ${hasLeft(Prisma.sql`task.staff_id`)}) AND task.role IN (${Prisma.join([...roles])})
    AND (task.organisation_id = ${organisationId} OR task.organisation_id IS NULL)
    AND (task.kind <> 'approve' OR task.params->'askedBy'->>'id' IS DISTINCT FROM ${id})))`;
}
