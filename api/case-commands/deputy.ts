import type { Colleague } from '../../domain/approval/terms';
import { scopeOf } from '../../domain/identity/scope';
import { ApiError } from '../http/problems';
import { caseWhere } from '../access/scope';
import { kindOf } from '../access/staff-directory';
import type { Database } from '../../platform/database';

/**
 * Somebody to whom something on a case is handed: at work, and able to see the case.
 * @throws {ApiError} REQUEST.REFERENCE_UNKNOWN for anybody else.
 */
export async function deputy(
  { database, processId }: { readonly database: Database; readonly processId: string },
  staffId: string,
  field: string,
): Promise<Colleague> {
  const staff = await database.staff.findFirst({
    where: { id: staffId, active: true },
    include: { organisation: true },
  });
  const scope = staff && scopeOf({ id: staff.organisationId, kind: kindOf(staff.organisation) });
  const sees =
    scope && (await database.serviceCase.count({ where: { AND: [{ processId }, caseWhere(scope)] } })) > 0;
  if (!staff || sees !== true)
    throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field, value: staffId }, field);
  return { id: staff.id, name: staff.nameZh };
}
