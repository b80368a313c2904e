import { ADMINISTRATOR, mayAdminister, misplaced, rolesToGive } from '../../domain/identity/administration';
import type { Principal } from '../../domain/identity/principal';
import { ORGANISATION_KIND_NAMES, ROLE_NAMES, ROLES, type Role } from '../../domain/identity/roles';
import { kindOf } from '../access/staff-directory';
import { ApiError } from '../http/problems';
import { organisationWhere } from '../organisations/scope';
import type { Prisma, Transaction } from '../../platform/database';

export type StaffRow = Prisma.StaffGetPayload<object>;

/** Rights follow from these. */
export interface Rights {
  readonly roles: readonly string[];
  readonly organisationId: string;
  readonly active: boolean;
}

export const knownRoles = (roles: readonly string[]): readonly Role[] =>
  ROLES.filter((role) => roles.includes(role));

/** @throws {ApiError} STAFF.ABOVE_YOU for somebody whose password would be worth more than the caller's. */
export function refuseAbove(by: Principal, roles: readonly string[], field?: string): void {
  const known = knownRoles(roles);
  if (mayAdminister(by, known)) return;
  const reach = rolesToGive(by);
  throw new ApiError(
    'STAFF.ABOVE_YOU',
    { roles: inWords(known.filter((role) => !reach.includes(role))) },
    field,
  );
}

/**
 * Holds what is to be to the rules of rights.
 * @param before undefined for somebody new. @throws {ApiError}
 */
export async function refuseBadRights(
  tx: Transaction,
  by: Principal,
  { id, before, after }: { readonly id: string; readonly before: Rights | undefined; readonly after: Rights },
): Promise<void> {
  const isMoved = before?.organisationId !== after.organisationId;
  const taken = (before?.roles ?? []).filter((role) => !after.roles.includes(role));
  const given = after.roles.filter((role) => !before?.roles.includes(role));
  const hasChanged = isMoved || taken.length + given.length > 0 || before.active !== after.active;
  if (!hasChanged) return;
  if (id === by.actor.id) throw new ApiError('STAFF.OWN_RIGHTS');
  refuseAbove(by, after.roles, 'roles');
  const place = await tx.organisation.findFirst({
    where: { AND: [{ id: after.organisationId }, organisationWhere(by.scope)] },
  });
  if (!place || (!place.active && after.active))
    throw new ApiError(
      'REQUEST.REFERENCE_UNKNOWN',
      { field: 'organisationId', value: after.organisationId },
      'organisationId',
    );
  const kind = kindOf(place);
  const wrong = after.active ? misplaced(knownRoles(after.roles), kind) : [];
  if (wrong.length > 0)
    throw new ApiError(
      'STAFF.ROLE_MISPLACED',
      { kind: { ...ORGANISATION_KIND_NAMES[kind] }, roles: inWords(wrong) },
      'roles',
    );
  if (before && isAdministrator(before) && !isAdministrator(after)) await refuseLast(tx, id);
}

const isAdministrator = ({ roles, active }: Rights): boolean => active && roles.includes(ADMINISTRATOR);

/** Under the lock of the administration: two who take each other's rights leave one. */
async function refuseLast(tx: Transaction, id: string): Promise<void> {
  const others = await tx.staff.count({
    where: { id: { not: id }, active: true, roles: { has: ADMINISTRATOR } },
  });
  if (others === 0) throw new ApiError('STAFF.LAST_ADMINISTRATOR');
}

function inWords(roles: readonly Role[]) {
  return {
    en: roles.map((role) => ROLE_NAMES[role].en).join(', '),
    zh: roles.map((role) => ROLE_NAMES[role].zh).join('、'),
  };
}

interface Named {
  readonly login?: string | undefined;
  readonly subject?: string | null | undefined;
  readonly skills?: readonly string[] | undefined;
}

/** @throws {ApiError} for a login that is another's login, code or e-mail, a subject that somebody else has, and a family of products that there is not. */
export async function refuseBadNames(
  tx: Transaction,
  id: string,
  { login, subject, skills = [] }: Named,
): Promise<void> {
  if (login !== undefined) {
    // A note mentions people by code or login. E-mail may be shared, as an outlet's is: it identifies no one here.
    const same = { equals: escaped(login), mode: 'insensitive' } as const;
    const taken = await tx.staff.count({
      where: { id: { not: id }, OR: [{ login: same }, { id: same }, { email: same }] },
    });
    if (taken > 0) throw new ApiError('STAFF.LOGIN_TAKEN', { login }, 'login');
  }
  if (typeof subject === 'string' && (await tx.staff.count({ where: { id: { not: id }, subject } })) > 0)
    throw new ApiError('STAFF.SUBJECT_TAKEN', {}, 'subject');
  const known = await tx.product.findMany({
    where: { family: { in: [...skills] } },
    select: { family: true },
  });
  const unknown = skills.findIndex((skill) => !known.some(({ family }) => family === skill));
  if (unknown >= 0)
    throw new ApiError(
      'REQUEST.REFERENCE_UNKNOWN',
      { field: `skills.${unknown}`, value: skills[unknown] ?? '' },
      `skills.${unknown}`,
    );
}

/** PostgreSQL compares by ILIKE here, where `_` stands for any letter. */
const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
