import { LANGUAGES } from '../../domain/bilingual';
import type { Principal } from '../../domain/identity/principal';
import { deskRoleOf } from '../../domain/identity/desk';
import { DESK, ORGANISATION_KINDS, ROLES } from '../../domain/identity/roles';
import type { Scope } from '../../domain/identity/scope';
import { Prisma, type Database } from '../../platform/database';
import { containing } from '../http/containing';
import { oneOf } from '../http/one-of';
import { Keyset } from '../http/paging';
import { DEFAULT_LIMIT } from '../http/schema/paging';
import { organisationInSight } from '../organisations/list';
import type { StaffListQuery, StaffView } from './schema';

export interface StaffMemberRow {
  readonly id: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly organisationId: string;
  readonly organisationKind: string;
  readonly organisationEn: string;
  readonly organisationZh: string;
  readonly roles: readonly string[];
  readonly skills: readonly string[];
  readonly language: string;
  readonly phone: string;
  readonly email: string;
  readonly active: boolean;
}

export const STAFF_ROWS = Prisma.sql`
  SELECT staff.id, staff.name_en AS "nameEn", staff.name_zh AS "nameZh", staff.organisation_id AS "organisationId",
    organisation.kind AS "organisationKind", organisation.name_en AS "organisationEn", organisation.name_zh AS "organisationZh",
    staff.roles, staff.skills, staff.language, staff.phone, staff.email, staff.active
  FROM staff JOIN organisation ON organisation.id = staff.organisation_id`;

/**
 * Staff whom the caller may look up, as a condition on `staff` joined with `organisation`: those of the
 * organisations in sight (R11), and the desks of headquarters and every centre, to which a case can be
 * transferred.
 */
export const staffInSight = (scope: Scope): Prisma.Sql =>
  Prisma.sql`(${organisationInSight(scope)} OR (organisation.kind <> 'outlet' AND staff.roles && ${[...DESK]}::text[]))`;

/** Finds people by a part of their name, address, id or login. */
export const named = (q: string): Prisma.Sql =>
  containing(q, [
    Prisma.sql`staff.name_en`,
    Prisma.sql`staff.name_zh`,
    Prisma.sql`staff.email`,
    Prisma.sql`staff.id`,
    Prisma.sql`staff.login`,
  ]);

/** One page of staff in the order of their Latin names. @throws {ApiError} for a cursor of another list. */
export async function listStaff(
  database: Database,
  { scope, language }: Principal,
  { limit = DEFAULT_LIMIT, cursor, ...filters }: StaffListQuery,
): Promise<{ readonly items: StaffView[]; readonly nextCursor: string | null }> {
  const keyset = new Keyset<StaffMemberRow>(
    [
      { column: Prisma.sql`staff.name_en`, kind: 'text', direction: 'asc', of: ({ nameEn }) => nameEn },
      { column: Prisma.sql`staff.id`, kind: 'text', direction: 'asc', of: ({ id }) => id },
    ],
    { ...filters, list: 'staff' },
  );
  const { role, organisationId, skill, q, active = true } = filters;
  const conditions = [
    staffInSight(scope),
    Prisma.sql`staff.active = ${active}`,
    ...(role === undefined ? [] : [Prisma.sql`${role} = ANY(staff.roles)`]),
    ...(organisationId === undefined
      ? []
      : [Prisma.sql`(organisation.id = ${organisationId} OR organisation.parent_id = ${organisationId})`]),
    ...(skill === undefined ? [] : [Prisma.sql`${skill} = ANY(staff.skills)`]),
    ...(q === undefined ? [] : [named(q)]),
    keyset.after(cursor),
  ];
  const found = await database.$queryRaw<StaffMemberRow[]>`
    ${STAFF_ROWS} WHERE ${Prisma.join(conditions, ' AND ')} ${keyset.orderBy} LIMIT ${limit + 1}`;
  const { rows, nextCursor } = keyset.page(found, limit);
  return { items: rows.map((row) => staffView(row, language)), nextCursor };
}

/** A member of staff whom the caller may look up, also one who has left. */
export async function staffMember(
  database: Database,
  { scope, language }: Principal,
  id: string,
): Promise<StaffView | undefined> {
  const [row] = await database.$queryRaw<StaffMemberRow[]>`
    ${STAFF_ROWS} WHERE staff.id = ${id} AND ${staffInSight(scope)}`;
  return row && staffView(row, language);
}

const staffView = (row: StaffMemberRow, language: Principal['language']): StaffView => ({
  id: row.id,
  name: language === 'zh' ? row.nameZh : row.nameEn,
  names: { en: row.nameEn, zh: row.nameZh },
  organisation: {
    id: row.organisationId,
    kind: oneOf(ORGANISATION_KINDS, row.organisationKind),
    name: language === 'zh' ? row.organisationZh : row.organisationEn,
  },
  roles: ROLES.filter((role) => row.roles.includes(role)),
  skills: [...row.skills],
  language: oneOf(LANGUAGES, row.language),
  phone: row.phone,
  email: row.email,
  active: row.active,
  takesCases: deskRoleOf(row.roles, oneOf(ORGANISATION_KINDS, row.organisationKind)) !== undefined,
});
