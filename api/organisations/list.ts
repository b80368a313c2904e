import type { Principal } from '../../domain/identity/principal';
import { ORGANISATION_KINDS, SERVICE_LEVELS } from '../../domain/identity/roles';
import type { Scope } from '../../domain/identity/scope';
import { Prisma, type Database } from '../../platform/database';
import { containing } from '../http/containing';
import { oneOf, oneOfOrNull } from '../http/one-of';
import { Keyset } from '../http/paging';
import { DEFAULT_LIMIT } from '../http/schema/paging';
import type { OrganisationListQuery, OrganisationView } from './schema';

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly parentId: string | null;
  readonly serviceLevel: string | null;
  readonly calendar: string;
  readonly provinces: readonly string[];
  readonly city: string;
  readonly phone: string;
  readonly active: boolean;
}

/**
 * One page of headquarters and the centres, which everybody knows, and of the outlets that the caller sees
 * (R11), by id. @throws {ApiError} for a cursor of another list.
 */
export async function listOrganisations(
  database: Database,
  { actor, scope, language }: Principal,
  { limit = DEFAULT_LIMIT, cursor, kind, q }: OrganisationListQuery,
): Promise<{ readonly items: OrganisationView[]; readonly nextCursor: string | null }> {
  const keyset = new Keyset<Row>(
    [{ column: Prisma.sql`organisation.id`, kind: 'text', direction: 'asc', of: ({ id }) => id }],
    { list: 'organisations', kind, q },
  );
  const conditions = [
    Prisma.sql`(organisation.kind <> 'outlet' OR ${organisationInSight(scope)})`,
    ...(kind === undefined ? [] : [Prisma.sql`organisation.kind = ${kind}`]),
    ...(q === undefined
      ? []
      : [
          containing(q, [
            Prisma.sql`organisation.id`,
            Prisma.sql`organisation.name_en`,
            Prisma.sql`organisation.name_zh`,
            Prisma.sql`organisation.city`,
          ]),
        ]),
    keyset.after(cursor),
  ];
  const found = await database.$queryRaw<Row[]>`
    SELECT id, kind, name_en AS "nameEn", name_zh AS "nameZh", parent_id AS "parentId", service_level AS "serviceLevel",
      calendar, provinces, city, phone, active
    FROM organisation WHERE ${Prisma.join(conditions, ' AND ')} ${keyset.orderBy} LIMIT ${limit + 1}`;
  const { rows, nextCursor } = keyset.page(found, limit);
  const items = rows.map(({ nameEn, nameZh, provinces, ...row }) => ({
    ...row,
    kind: oneOf(ORGANISATION_KINDS, row.kind),
    name: language === 'zh' ? nameZh : nameEn,
    names: { en: nameEn, zh: nameZh },
    serviceLevel: oneOfOrNull(SERVICE_LEVELS, row.serviceLevel),
    provinces: [...provinces],
    isMine: row.id === actor.organisationId,
  }));
  return { items, nextCursor };
}

/** `isOrganisationInSight` as a condition on `organisation`. */
export function organisationInSight(scope: Scope): Prisma.Sql {
  switch (scope.kind) {
    case 'all':
      return Prisma.sql`TRUE`;
    case 'region':
      return Prisma.sql`(organisation.id = ${scope.regionId} OR organisation.parent_id = ${scope.regionId})`;
    case 'outlet':
      return Prisma.sql`organisation.id = ${scope.outletId}`;
  }
}
