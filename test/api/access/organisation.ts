import type { Role } from '../../../domain/identity/roles';
import type { Database } from '../../../platform/database';
import { hashPassword } from '../../../platform/passwords';
import { anOrganisationRow, aStaffRow } from '../support/rows';

/** Headquarters, two centres, an outlet of each. */
export type OrganisationId = 'hq' | 'north' | 'south' | 'north-1' | 'south-1';

export const PASSWORD = '正确的 horse battery';

export async function createOrganisations(database: Database): Promise<void> {
  await database.organisation.createMany({
    data: [
      anOrganisationRow('hq', 'hq'),
      anOrganisationRow('north', 'centre', 'hq'),
      anOrganisationRow('south', 'centre', 'hq'),
      anOrganisationRow('north-1', 'outlet', 'north'),
      anOrganisationRow('south-1', 'outlet', 'south'),
    ],
  });
}

/** Somebody who can log in with {@link PASSWORD}. */
export async function createStaff(
  database: Database,
  id: string,
  roles: Role[],
  more: { organisationId?: OrganisationId; subject?: string; active?: boolean; language?: string } = {},
): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  await database.staff.create({
    data: aStaffRow({ id, roles, organisationId: 'hq', passwordHash, ...more }),
  });
}
