import type { Role } from './roles';
import type { Actor } from './actor';
import type { Scope } from './scope';

/** The roles whose work falls to somebody: their own, and at an outlet the keeper's, for its store is kept by its engineers (R12, R20). */
export const rolesServed = (roles: readonly Role[], { kind }: Scope): readonly Role[] =>
  kind === 'outlet' && roles.includes('repair-engineer') ? [...roles, 'warehouse-keeper'] : roles;

/**
 * Whether a depot in sight may be counted by somebody: its own keepers count it, and a stock accountant counts after them, so that no
 * keeper writes off what is missing at another's.
 */
export const mayCount = (
  { roles, organisationId }: Pick<Extract<Actor, { kind: 'staff' }>, 'roles' | 'organisationId'>,
  scope: Scope,
  depot: string,
): boolean =>
  roles.includes('stock-accountant') ||
  (depot === organisationId && rolesServed(roles, scope).includes('warehouse-keeper'));
