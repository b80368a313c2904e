import type { Actor } from '../../../../domain/identity/actor';
import { ROLES, type Role } from '../../../../domain/identity/roles';
import { HQ } from '../../../../domain/identity/scope';

export const CENTRE = 'centre-east';
export const OUTLET = 'outlet-suzhou';
export const ENGINEER_ID = 'engineer-li';

type Staff = Extract<Actor, { kind: 'staff' }>;

const staff =
  (role: Role, id: string, organisationId: string) =>
  (parts: Partial<Pick<Staff, 'id' | 'organisationId' | 'roles'>> = {}): Staff => ({
    kind: 'staff',
    id,
    name: id,
    roles: [role],
    organisationId,
    ...parts,
  });

export const aClerk = staff('enquiry-clerk', 'clerk-wang', CENTRE);
export const aDirector = staff('centre-director', 'director-zhao', CENTRE);
export const aComplaintOfficer = staff('complaint-officer', 'officer-sun', CENTRE);
export const aSalesperson = staff('sales', 'sales-zhou', CENTRE);
export const anHqManager = staff('hq-service-manager', 'manager-qian', HQ);
/** The engineer whom {@link import('./commands').dispatch} sends. */
export const anEngineer = staff('repair-engineer', ENGINEER_ID, OUTLET);
export const anotherEngineer = staff('repair-engineer', 'engineer-wu', OUTLET);
export const aCustomer = (): Actor => ({ kind: 'customer', id: 'customer-1', name: 'Chen' });

export const anotherCustomer = (): Actor => ({ kind: 'customer', id: 'customer-2', name: 'Wu' });

/** Somebody with one role alone, where that role works. */
export function somebodyWith(role: Role, organisationId?: string): Staff {
  switch (role) {
    case 'repair-engineer':
      return anEngineer();
    case 'hq-service-manager':
      return anHqManager();
    default:
      return staff(role, `${role}-1`, organisationId ?? CENTRE)();
  }
}

/** One of each role. */
export const STAFF_OF_EACH_ROLE: readonly Staff[] = ROLES.map((role) => somebodyWith(role));
