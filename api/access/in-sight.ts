import type { Scope } from '../../domain/identity/scope';
import { sees } from '../../domain/identity/scope';
import type { Database } from '../../platform/database';
import { caseWhere } from './scope';

interface Organisation {
  readonly id: string;
  readonly kind: string;
  readonly parentId: string | null;
}

/** Whether an organisation is the caller's own or below it (R11). */
export const isOrganisationInSight = (scope: Scope, { id, kind, parentId }: Organisation): boolean =>
  sees(scope, {
    regionId: kind === 'outlet' ? parentId : id,
    outletId: kind === 'outlet' ? id : null,
  });

/** An organisation that a request names; null where there is none for this caller. */
export async function organisationInSight(
  database: Database,
  scope: Scope,
  id: string,
): Promise<Organisation | null> {
  const row = await database.organisation.findUnique({ where: { id } });
  return row && isOrganisationInSight(scope, row) ? row : null;
}

/** Somebody of the staff whom a request names, where they work or have worked on a case that the caller sees. */
export async function engineerInSight(
  database: Database,
  scope: Scope,
  id: string,
): Promise<{ readonly id: string } | null> {
  const staff = await database.staff.findUnique({ where: { id }, include: { organisation: true } });
  if (!staff) return null;
  if (isOrganisationInSight(scope, staff.organisation)) return staff;
  // Engineers are moved; their repairs stay where they were made.
  const repaired = await database.serviceCase.findFirst({
    where: { AND: [{ engineerId: id }, caseWhere(scope)] },
    select: { number: true },
  });
  return repaired && staff;
}
