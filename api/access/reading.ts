import type { Language } from '../../domain/bilingual';
import type { ReportVersion } from '../../domain/case/report/terms';
import { isPermitted } from '../../domain/identity/permissions';
import type { Principal } from '../../domain/identity/principal';
import type { Role } from '../../domain/identity/roles';
import { rolesServed } from '../../domain/identity/stores';

/** Assignee: a role at a place, or a delegate. */
interface InCharge {
  readonly role: Role;
  readonly organisationId: string | null;
  readonly staffId: string | null;
}

/** How a caller reads a case: how much of it, and in which language. */
export interface Reading {
  /** Staff are named in it. */
  readonly language: Language;
  /** Telephone numbers and addresses: for those who may read customer files. */
  readonly withContacts: boolean;
  /** Whether the reader may see internal costs (ADR 36). */
  readonly withCosts: boolean;
  /** Costs that the caller entered, or that were entered for them: those they know. */
  readonly isOwn: (staffId: string) => boolean;
  /** An approver must see the amount to approve. */
  readonly decides: (approval: InCharge) => boolean;
}

/** How a caller reads events: their sentences have instants in them. */
export interface EventReading extends Reading {
  readonly writeInstant: (instant: string) => string;
}

export const readingOf = ({ actor, scope, language }: Principal): Reading => ({
  language,
  withContacts: isPermitted(actor, 'customer.read'),
  withCosts: isPermitted(actor, 'money.read'),
  isOwn: (staffId) => staffId === actor.id,
  decides: ({ role, organisationId, staffId }) =>
    staffId === null
      ? rolesServed(actor.roles, scope).includes(role) &&
        (organisationId === null || organisationId === actor.organisationId)
      : staffId === actor.id,
});

/** A cost that a member of staff reported is visible to them. */
export const readsCostOf = ({ withCosts, isOwn }: Reading, staffId: string): boolean =>
  withCosts || isOwn(staffId);

/** An approver sees the amount of a plan and the margin of a quote. */
export const readsApproval = ({ withCosts, decides }: Reading, approval: InCharge): boolean =>
  withCosts || decides(approval);

/**
 * An amendment of other fields leaves the costs with the author who gave them. @param versions of one report,
 * in order.
 */
export const readsReportCosts = (
  reading: Reading,
  { costsPostedBy, by }: ReportVersion,
  versions: readonly ReportVersion[],
): boolean =>
  readsCostOf(reading, (versions.find((version) => version.costsPostedBy === costsPostedBy) ?? { by }).by.id);
