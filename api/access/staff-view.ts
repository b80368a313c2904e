import type { StaffView } from './schema';
import { kindOf, languageOfStaff, rolesOf, type StaffRow } from './staff-directory';

/** A member of staff as answers show them. */
export function viewOf(staff: StaffRow): StaffView {
  const { id, nameEn, nameZh } = staff.organisation;
  return {
    id: staff.id,
    nameEn: staff.nameEn,
    nameZh: staff.nameZh,
    roles: [...rolesOf(staff)],
    organisation: { id, nameEn, nameZh, kind: kindOf(staff.organisation) },
    language: languageOfStaff(staff),
  };
}
