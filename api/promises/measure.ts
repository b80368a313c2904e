import { figureOf, type Counts, type Figure, type Standing } from '../../domain/promises/figure';
import type { PublishedPromise } from '../../domain/promises/definitions';
import type { Scope } from '../../domain/identity/scope';
import { Prisma, type Database } from '../../platform/database';
import { DEFAULT_LIMIT } from '../http/schema/paging';
import type { PromiseCasesQuery } from './schema';
import { Keyset } from '../http/paging';
import type { Period } from '../http/period';
import { inScope } from '../access/scope';
import { evidenceRows, standing } from './standing';

/** Selects the measured requests by their time of receipt. */
const casesOf = (scope: Scope, { from, to }: Period): Prisma.Sql =>
  Prisma.join(
    [
      inScope(scope, 'service_case'),
      ...(from === undefined ? [] : [Prisma.sql`service_case.received_at >= ${new Date(from)}`]),
      ...(to === undefined ? [] : [Prisma.sql`service_case.received_at < ${new Date(to)}`]),
    ],
    ' AND ',
  );

/** How a promise was kept to those whom the caller sees. */
export async function measure(
  database: Database,
  { evidence }: PublishedPromise,
  scope: Scope,
  period: Period,
  now: Date,
): Promise<Figure> {
  const [counts] = await database.$queryRaw<Counts[]>`
    SELECT count(*) FILTER (WHERE standing = 'kept')::int AS kept,
      count(*) FILTER (WHERE standing = 'kept-entered-late')::int AS "keptEnteredLate", count(*) FILTER (WHERE standing = 'breached')::int AS breached,
      count(*) FILTER (WHERE standing = 'open')::int AS open
    FROM (SELECT ${standing(now)} AS standing FROM (${evidenceRows(evidence, casesOf(scope, period), now)}) AS e) AS stood`;
  return figureOf(counts ?? { kept: 0, keptEnteredLate: 0, breached: 0, open: 0 });
}

export interface PromiseCaseRow {
  readonly number: string;
  readonly receivedAt: Date;
  readonly requestType: string | null;
  readonly dueAt: Date | null;
  readonly metAt: Date | null;
  readonly standing: Exclude<Standing, 'dropped'>;
}

/** One page of the cases behind a figure, latest received first. @throws {ApiError} for a cursor of another list. */
export async function casesBehind(
  database: Database,
  { key, evidence }: PublishedPromise,
  scope: Scope,
  { limit = DEFAULT_LIMIT, cursor, ...asked }: PromiseCasesQuery,
  now: Date,
): Promise<{ readonly rows: readonly PromiseCaseRow[]; readonly nextCursor: string | null }> {
  const keyset = new Keyset<PromiseCaseRow>(
    [
      { column: Prisma.sql`received_at`, kind: 'instant', direction: 'desc', of: (row) => row.receivedAt },
      { column: Prisma.sql`number`, kind: 'text', direction: 'desc', of: (row) => row.number },
    ],
    { ...asked, list: `promise:${key}` },
  );
  const wanted = asked.standing === undefined ? Prisma.sql`<> 'dropped'` : Prisma.sql`= ${asked.standing}`;
  const found = await database.$queryRaw<PromiseCaseRow[]>`
    SELECT number, received_at AS "receivedAt", request_type AS "requestType", due_at AS "dueAt", met_at AS "metAt", standing
    FROM (SELECT e.*, ${standing(now)} AS standing FROM (${evidenceRows(evidence, casesOf(scope, asked), now)}) AS e) AS stood
    WHERE standing ${wanted} AND ${keyset.after(cursor)} ${keyset.orderBy} LIMIT ${limit + 1}`;
  return keyset.page(found, limit);
}
