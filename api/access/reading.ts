import type { ReportVersion } from '../../domain/case/report/terms';
import { isPermitted } from '../../domain/identity/permissions';
import type { Principal } from '../../domain/identity/principal';
import type { Role } from '../../domain/identity/roles';
import { rolesServed } from '../../domain/identity/stores';

/** Who has to see to something: a role at a place, or the one it was handed to. */
interface InCharge {
  readonly role: Role;
  readonly organisationId: string | null;
  readonly staffId: string | null;
}

/** How much of a case a caller reads. */
export interface Reading {
  /** Telephone numbers and addresses: for those who may read customer files. */
  readonly withContacts: boolean;
  /** What anything costs the company (ADR 36). */
  readonly withCosts: boolean;
  /** Costs that the caller entered, or that were entered for them: those they know. */
  readonly isOwn: (staffId: string) => boolean;
  /** Nobody approves an amount unseen. */
  readonly decides: (approval: InCharge) => boolean;
}

export const readingOf = ({ actor, scope }: Principal): Reading => ({
  withContacts: isPermitted(actor, 'customer.read'),
  withCosts: isPermitted(actor, 'money.read'),
  isOwn: (staffId) => staffId === actor.id,
  decides: ({ role, organisationId, staffId }) =>
    staffId === null
      ? rolesServed(actor.roles, scope).includes(role) &&
        (organisationId === null || organisationId === actor.organisationId)
      : staffId === actor.id,
});

/** A cost that a member of staff told of. */
export const readsCostOf = ({ withCosts, isOwn }: Reading, staffId: string): boolean =>
  withCosts || isOwn(staffId);

/** The amount of a plan and the margin of a quote, for whoever has to decide. */
export const readsApproval = ({ withCosts, decides }: Reading, approval: InCharge): boolean =>
  withCosts || decides(approval);

/** An amendment of something else leaves the costs to whoever gave them. @param versions of one report, in order. */
export const readsReportCosts = (
  reading: Reading,
  { costsPostedBy, by }: ReportVersion,
  versions: readonly ReportVersion[],
): boolean =>
  readsCostOf(reading, (versions.find((version) => version.costsPostedBy === costsPostedBy) ?? { by }).by.id);
