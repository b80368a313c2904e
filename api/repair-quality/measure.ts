import { sees, type Scope } from '../../domain/identity/scope';
import {
  kindsOf,
  REPAIR_FIGURES,
  rateOf,
  type RepairFacts,
  type RepairFigure,
  type RepairRate,
  type RepairStanding,
} from '../../domain/repair-quality/figures';
import { Prisma, type Database } from '../../platform/database';
import { DEFAULT_LIMIT } from '../http/schema/paging';
import type { RepairCasesQuery, RepairQualityQuery } from './schema';
import { Keyset } from '../http/paging';
import { repairRows } from './repairs';

type Measured = Pick<RepairFigure, 'key' | 'name' | 'text'> & RepairRate;

/** Every figure, over the repairs that the caller sees. The database counts the kinds of repairs; the rules say what they come to. */
export async function measureRepairs(
  database: Database,
  scope: Scope,
  filters: RepairQualityQuery,
  now: Date,
): Promise<Measured[]> {
  const groups = await database.$queryRaw<(RepairFacts & { readonly repairs: number })[]>`
    SELECT on_first_visit AS "onFirstVisit", is_repeat AS "isRepeat", was_repeated AS "wasRepeated", is_watched AS "isWatched",
      count(*)::int AS repairs
    FROM (${repairRows(scope, filters, now)}) AS r GROUP BY 1, 2, 3, 4`;
  return REPAIR_FIGURES.map((figure) => {
    const { key, name, text } = figure;
    return { key, name, text, ...rateOf(figure, groups) };
  });
}

interface RepairRow extends RepairFacts {
  readonly number: string;
  readonly verifiedAt: Date;
  readonly engineerId: string;
  readonly engineerName: string;
  readonly productCode: string | null;
  readonly faultCode: string | null;
  readonly visits: number;
  readonly repeatOf: string | null;
  readonly earlierRegionId: string | null;
  readonly earlierOutletId: string | null;
  readonly repeatedBy: string | null;
  readonly againRegionId: string | null;
  readonly againOutletId: string | null;
}

/** One page of the repairs behind a figure, latest verified first. @throws {ApiError} for a cursor of another list. */
export async function repairsBehind(
  database: Database,
  figure: RepairFigure,
  scope: Scope,
  { limit = DEFAULT_LIMIT, cursor, ...asked }: RepairCasesQuery,
  now: Date,
) {
  const { standing, ...filters } = asked;
  const keyset = new Keyset<RepairRow>(
    [
      { column: Prisma.sql`verified_at`, kind: 'instant', direction: 'desc', of: (row) => row.verifiedAt },
      { column: Prisma.sql`number`, kind: 'text', direction: 'desc', of: (row) => row.number },
    ],
    { ...asked, list: `repair-quality:${figure.key}` },
  );
  const found = await database.$queryRaw<RepairRow[]>`
    SELECT number, verified_at AS "verifiedAt", engineer_id AS "engineerId", engineer_name AS "engineerName",
      product_code AS "productCode", fault_code AS "faultCode", visits, repeat_of AS "repeatOf",
      earlier_region_id AS "earlierRegionId", earlier_outlet_id AS "earlierOutletId", repeated_by AS "repeatedBy",
      again_region_id AS "againRegionId", again_outlet_id AS "againOutletId",
      on_first_visit AS "onFirstVisit", is_repeat AS "isRepeat", was_repeated AS "wasRepeated", is_watched AS "isWatched"
    FROM (${repairRows(scope, filters, now)}) AS r
    WHERE ${isOneOf(kindsOf(figure, standing))} AND ${keyset.after(cursor)} ${keyset.orderBy} LIMIT ${limit + 1}`;
  const { rows, nextCursor } = keyset.page(found, limit);
  return { items: rows.flatMap((row) => viewOf(row, figure.standing(row), scope)), nextCursor };
}

const isOneOf = (kinds: readonly RepairFacts[]): Prisma.Sql =>
  Prisma.sql`(on_first_visit, is_repeat, was_repeated, is_watched) IN (${Prisma.join(
    kinds.map(
      ({ onFirstVisit, isRepeat, wasRepeated, isWatched }) =>
        Prisma.sql`(${onFirstVisit}::boolean, ${isRepeat}::boolean, ${wasRepeated}::boolean, ${isWatched}::boolean)`,
    ),
  )})`;

/** The other case of a repeat is named to those who see that one too. */
function viewOf(row: RepairRow, standing: RepairStanding | undefined, scope: Scope) {
  if (standing === undefined) return [];
  const { number, verifiedAt, engineerId: id, engineerName: name, productCode, faultCode, visits } = row;
  const seesEarlier = sees(scope, { regionId: row.earlierRegionId, outletId: row.earlierOutletId });
  const seesAgain = sees(scope, { regionId: row.againRegionId, outletId: row.againOutletId });
  return [
    {
      number,
      verifiedAt: verifiedAt.toISOString(),
      engineer: { id, name },
      productCode,
      faultCode,
      visits,
      standing,
      repeatOf: row.isRepeat && seesEarlier ? row.repeatOf : null,
      repeatedBy: seesAgain ? row.repeatedBy : null,
    },
  ];
}
