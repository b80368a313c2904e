import type { Role } from './roles';
import type { Scope } from './scope';

/** The roles whose work falls to somebody: their own, and at an outlet the keeper's, for its store is kept by its engineers (R12, R20). */
export const rolesServed = (roles: readonly Role[], { kind }: Scope): readonly Role[] =>
  kind === 'outlet' && roles.includes('repair-engineer') ? [...roles, 'warehouse-keeper'] : roles;
