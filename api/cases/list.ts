import type { Principal } from '../../domain/identity/principal';
import type { Config } from '../../platform/config';
import { Prisma, type Database } from '../../platform/database';
import type { CASE_SORTS, CaseListQuery } from './schema';
import { DEFAULT_LIMIT, type Direction } from '../http/schema/paging';
import { Keyset, type SortColumn } from '../http/paging';
import { caseConditions } from './filters';

type Sort = (typeof CASE_SORTS)[number];

interface Row {
  readonly number: string;
  readonly receivedAt: Date;
  readonly updatedAt: Date;
  readonly nextDeadlineAt: Date | null;
}

/** The numbers of one page of cases that the caller sees, in order. @throws {ApiError} for a cursor of another list. */
export async function listCases(
  dependencies: { readonly database: Database; readonly config: Config },
  principal: Principal,
  query: CaseListQuery,
): Promise<{ readonly numbers: readonly string[]; readonly nextCursor: string | null }> {
  const { limit = DEFAULT_LIMIT, cursor, sort = 'receivedAt', ...filters } = query;
  const direction = query.direction ?? (sort === 'nextDeadlineAt' ? 'asc' : 'desc');
  const keyset = new Keyset<Row>(sortColumns(sort, direction), {
    ...filters,
    list: 'cases',
    sort,
    direction,
    // Mine and theirs are different lists.
    ...(filters.mine !== undefined && { of: principal.actor.id }),
  });
  const conditions = await caseConditions(dependencies, principal, filters);
  const found = await dependencies.database.$queryRaw<Row[]>`
    SELECT number, received_at AS "receivedAt", updated_at AS "updatedAt", next_deadline_at AS "nextDeadlineAt"
    FROM service_case WHERE ${conditions} AND ${keyset.after(cursor)} ${keyset.orderBy} LIMIT ${limit + 1}`;
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
