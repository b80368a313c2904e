import type { Principal } from './principal';
import { ROLES, type OrganisationKind, type Role } from './roles';

/** The role that gives and takes rights in the whole company. */
export const ADMINISTRATOR: Role = 'hq-service-manager';

/** Where the work of a role is done (R11, R12). */
export const ROLE_PLACES: Readonly<Record<Role, readonly OrganisationKind[]>> = {
  'hq-service-manager': ['hq'],
  'centre-director': ['centre'],
  'repair-engineer': ['outlet'],
  'enquiry-clerk': ['hq', 'centre'],
  'complaint-officer': ['hq', 'centre'],
  'billing-clerk': ['hq', 'centre'],
  'billing-reviewer': ['hq', 'centre'],
  'warehouse-keeper': ['hq', 'centre'],
  'stock-accountant': ['hq', 'centre'],
  sales: ['hq', 'centre'],
  purchasing: ['hq'],
  finance: ['hq'],
};

/** Roles that a director's own does not reach: equals, and those whose work is the whole company's. */
const ABOVE_A_DIRECTOR: readonly Role[] = ['hq-service-manager', 'centre-director', 'purchasing', 'finance'];

/** Roles that somebody may give to others and take from them. */
export function rolesToGive({ actor }: Pick<Principal, 'actor'>): readonly Role[] {
  if (actor.roles.includes(ADMINISTRATOR)) return ROLES;
  return actor.roles.includes('centre-director')
    ? ROLES.filter((role) => !ABOVE_A_DIRECTOR.includes(role))
    : [];
}

/**
 * Whether somebody may set another's password, and correct what is on record of them: who may give all of their roles. A password could
 * be used by its giver: so it is not given to somebody with more rights.
 */
export function mayAdminister(by: Pick<Principal, 'actor'>, roles: readonly Role[]): boolean {
  const reach = rolesToGive(by);
  return reach.length > 0 && roles.every((role) => reach.includes(role));
}

/** Roles that cannot be done in a place of this kind. */
export const misplaced = (roles: readonly Role[], kind: OrganisationKind): readonly Role[] =>
  roles.filter((role) => !ROLE_PLACES[role].includes(kind));

/** The kind of organisation that one of this kind belongs to: tiers without cycles. */
export const PARENT_KIND = { centre: 'hq', outlet: 'centre' } as const satisfies Partial<
  Record<OrganisationKind, OrganisationKind>
>;
