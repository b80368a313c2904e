import { LANGUAGES } from '../../domain/bilingual';
import { mayAdminister, rolesToGive } from '../../domain/identity/administration';
import type { Principal } from '../../domain/identity/principal';
import type { Database, Transaction } from '../../platform/database';
import { iso, oneOf } from '../http/one-of';
import { ApiError } from '../http/problems';
import { organisationWhere } from '../organisations/scope';
import type { StaffRecord } from './record-schema';
import { knownRoles, type StaffRow } from './rules';
import { lastInRole, piecesOf, workOf } from './work';

/** The entry of somebody in the caller's part of the organisation. @throws {ApiError} RESOURCE.NOT_FOUND. */
export async function staffRow(
  database: Database | Transaction,
  { scope }: Principal,
  id: string,
): Promise<StaffRow> {
  const row = await database.staff.findFirst({ where: { id, organisation: organisationWhere(scope) } });
  if (!row) throw new ApiError('RESOURCE.NOT_FOUND', { what: id });
  return row;
}

/** An entry as changes of it are kept. */
export const entryOf = ({
  login,
  nameEn,
  nameZh,
  organisationId,
  roles,
  language,
  email,
  phone,
  skills,
  subject,
  active,
}: StaffRow) => ({
  login,
  nameEn,
  nameZh,
  organisationId,
  roles: [...knownRoles(roles)],
  language: oneOf(LANGUAGES, language),
  email,
  phone,
  skills,
  subject,
  active,
});

/** An entry with what follows from changing it. */
export async function recordOf(database: Database, by: Principal, row: StaffRow): Promise<StaffRecord> {
  return {
    id: row.id,
    ...entryOf(row),
    version: row.version,
    password: row.passwordHash === null ? 'none' : row.passwordUntil ? 'temporary' : 'own',
    passwordUntil: iso(row.passwordUntil),
    mayAdminister: mayAdminister(by, knownRoles(row.roles)),
    rolesToGive: [...rolesToGive(by)],
    work: piecesOf(await workOf(database, row.id)),
    lastInRole: row.active ? await lastInRole(database, row) : [],
  };
}
