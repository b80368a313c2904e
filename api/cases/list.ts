import type { Actor } from '../../domain/identity/actor';
import { isPermitted } from '../../domain/identity/permissions';
import type { Principal } from '../../domain/identity/principal';
import { Prisma, type Database } from '../../platform/database';
import { foldings } from '../../platform/search-fold';
import type { CASE_SORTS, CaseListQuery } from './schema';
import { DEFAULT_LIMIT, type Direction } from '../http/schema/paging';
import { readInstant } from '../http/instants';
import { Keyset, type SortColumn } from '../http/paging';
import { caseReadable, inScope } from '../access/scope';
import { matchesWords } from '../http/matches-words';

const LONGEST_NAME = 100;
const SHORTEST_NAME = 2;

type Sort = (typeof CASE_SORTS)[number];

interface Row {
  readonly number: string;
  readonly receivedAt: Date;
  readonly updatedAt: Date;
  readonly nextDeadlineAt: Date | null;
}

/** The numbers of one page of cases that the caller sees, in order. @throws {ApiError} for a cursor of another list. */
export async function listCases(
  database: Database,
  { actor, scope }: Principal,
  query: CaseListQuery,
): Promise<{ readonly numbers: readonly string[]; readonly nextCursor: string | null }> {
  const { limit = DEFAULT_LIMIT, cursor, sort = 'receivedAt', ...filters } = query;
  const direction = query.direction ?? (sort === 'nextDeadlineAt' ? 'asc' : 'desc');
  const keyset = new Keyset<Row>(sortColumns(sort, direction), {
    ...filters,
    list: 'cases',
    sort,
    direction,
  });
  const engineers = query.q === undefined ? [] : await engineersNamed(database, query.q);
  const conditions = [
    // A search also finds what the region has given to another: its customer may call again.
    filters.q === undefined ? inScope(scope, 'service_case') : caseReadable(scope),
    ...filterConditions(filters, actor, engineers),
    keyset.after(cursor),
  ];
  const found = await database.$queryRaw<Row[]>`
    SELECT number, received_at AS "receivedAt", updated_at AS "updatedAt", next_deadline_at AS "nextDeadlineAt"
    FROM service_case WHERE ${Prisma.join(conditions, ' AND ')} ${keyset.orderBy} LIMIT ${limit + 1}`;
  const { rows, nextCursor } = keyset.page(found, limit);
  return { numbers: rows.map(({ number }) => number), nextCursor };
}

function sortColumns(sort: Sort, direction: Direction): SortColumn<Row>[] {
  const number: SortColumn<Row> = {
    column: Prisma.sql`number`,
    kind: 'text',
    direction,
    of: (row) => row.number,
  };
  switch (sort) {
    case 'number':
      return [number];
    case 'receivedAt':
      return [
        { column: Prisma.sql`received_at`, kind: 'instant', direction, of: (row) => row.receivedAt },
        number,
      ];
    case 'updatedAt':
      return [
        { column: Prisma.sql`updated_at`, kind: 'instant', direction, of: (row) => row.updatedAt },
        number,
      ];
    case 'nextDeadlineAt':
      return [
        {
          column: Prisma.sql`next_deadline_at`,
          kind: 'instant',
          direction,
          nullable: true,
          of: (row) => row.nextDeadlineAt,
        },
        number,
      ];
  }
}

type Filters = Omit<CaseListQuery, 'limit' | 'cursor' | 'sort' | 'direction'>;

function filterConditions(filters: Filters, actor: Actor, engineers: readonly string[]): Prisma.Sql[] {
  const oneOf = (column: Prisma.Sql, values: readonly string[] | undefined): Prisma.Sql[] =>
    values === undefined ? [] : [Prisma.sql`${column} IN (${Prisma.join([...values])})`];
  const equal = (column: Prisma.Sql, value: string | boolean | undefined): Prisma.Sql[] =>
    value === undefined ? [] : [Prisma.sql`${column} = ${value}`];
  const { receivedFrom, receivedTo, q } = filters;
  return [
    ...oneOf(Prisma.sql`stage`, filters.stage),
    ...oneOf(Prisma.sql`request_type`, filters.requestType),
    ...oneOf(Prisma.sql`priority`, filters.priority),
    ...oneOf(Prisma.sql`channel`, filters.channel),
    ...equal(Prisma.sql`region_id`, filters.regionId),
    ...equal(Prisma.sql`outlet_id`, filters.outletId),
    ...ofCustomer(filters.customerId),
    ...equal(Prisma.sql`unit_id`, filters.unitId),
    ...equal(Prisma.sql`owner_role`, filters.ownerRole),
    ...equal(Prisma.sql`owner_staff_id`, filters.ownerStaffId === 'me' ? actor.id : filters.ownerStaffId),
    ...equal(Prisma.sql`paused`, filters.paused),
    ...equal(Prisma.sql`breached`, filters.breached),
    ...(receivedFrom === undefined
      ? []
      : [Prisma.sql`received_at >= ${new Date(readInstant(receivedFrom, 'receivedFrom'))}`]),
    ...(receivedTo === undefined
      ? []
      : [Prisma.sql`received_at < ${new Date(readInstant(receivedTo, 'receivedTo'))}`]),
    ...(q === undefined ? [] : [isFound(q, isPermitted(actor, 'customer.read'), engineers)]),
  ];
}

/** By its words, or by the engineer who has it. */
function isFound(q: string, withPhones: boolean, engineers: readonly string[]): Prisma.Sql {
  const matches = matchesWords(q, withPhones);
  const theirs =
    engineers.length === 0
      ? Prisma.empty
      : Prisma.sql`UNION SELECT number FROM service_case WHERE engineer_id = ANY(${[...engineers]})`;
  return Prisma.sql`number IN (WITH found AS MATERIALIZED (SELECT number FROM service_case WHERE ${matches} ${theirs}) SELECT number FROM found)`;
}

/** The engineers of a name, in either language: a case knows theirs in one. */
async function engineersNamed(database: Database, q: string): Promise<readonly string[]> {
  const wanted = foldings(q.slice(0, LONGEST_NAME)).map((folded) => folded.trim());
  if (wanted.every((name) => name.length < SHORTEST_NAME)) return [];
  const engineers = await database.staff.findMany({
    where: { roles: { has: 'repair-engineer' } },
    select: { id: true, nameEn: true, nameZh: true },
  });
  const isMeant = (name: string): boolean => foldings(name).some((folded) => wanted.includes(folded));
  return engineers.filter(({ nameEn, nameZh }) => isMeant(nameEn) || isMeant(nameZh)).map(({ id }) => id);
}

/** Also the cases that had ended before their prospect was merged into the customer. */
const ofCustomer = (id: string | undefined): Prisma.Sql[] =>
  id === undefined
    ? []
    : [
        Prisma.sql`customer_id IN (SELECT id FROM customer WHERE id = ${id} OR merged_into = ${id}
          UNION SELECT merged_into FROM customer WHERE id = ${id})`,
      ];
