import { rolesWith } from './permissions';
import { ROLES, type OrganisationKind, type Role } from './roles';

/**
 * The role in which a person may be given a case: who may hand cases over may also take one. Outlets do jobs for others and own no case;
 * undefined there, and for every other role.
 */
export const deskRoleOf = (roles: readonly string[], kind: OrganisationKind): Role | undefined =>
  kind === 'outlet'
    ? undefined
    : ROLES.find((one) => rolesWith('case.handOver').includes(one) && roles.includes(one));
