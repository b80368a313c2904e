import { PRIORITIES, REQUEST_TYPES, STAGES } from '../../domain/case/terms';
import type { Principal } from '../../domain/identity/principal';
import { ROLES } from '../../domain/identity/roles';
import type { Config } from '../../platform/config';
import type { Database } from '../../platform/database';
import { caseConditions, isOpenCase } from '../cases/filters';
import type { CaseFilters } from '../cases/schema';
import { oneOfOrNull } from '../http/one-of';
import type { CaseCounts } from './schema';

/** Which of the four columns a row is counted by: GROUPING has a bit for each that it is not. */
const BY = { stage: 0b0111, requestType: 0b1011, priority: 0b1101, ownerRole: 0b1110, all: 0b1111 } as const;

interface Row {
  readonly by: number;
  readonly stage: string | null;
  readonly requestType: string | null;
  readonly priority: string | null;
  readonly ownerRole: string | null;
  readonly count: number;
  readonly overdue: number;
  readonly breached: number;
  readonly paused: number;
}

/** How many cases the filters of the case list find, by stage, type, priority and owner, in one statement. @throws {ApiError} */
export async function countCases(
  dependencies: { readonly database: Database; readonly config: Config },
  principal: Principal,
  filters: CaseFilters,
  now: Date,
): Promise<CaseCounts> {
  const conditions = await caseConditions(dependencies, principal, filters);
  const rows = await dependencies.database.$queryRaw<Row[]>`
    SELECT GROUPING(stage, request_type, priority, owner_role) AS by, stage, request_type AS "requestType", priority,
      owner_role AS "ownerRole", count(*)::int AS count,
      count(*) FILTER (WHERE next_deadline_at < ${now} AND ${isOpenCase})::int AS overdue,
      count(*) FILTER (WHERE breached)::int AS breached, count(*) FILTER (WHERE paused)::int AS paused
    FROM service_case WHERE ${conditions}
    GROUP BY GROUPING SETS ((), (stage), (request_type), (priority), (owner_role))`;
  const counted = (by: number): readonly Row[] => rows.filter((row) => row.by === by);
  const [total] = counted(BY.all);
  return {
    asOf: now.toISOString(),
    total: total?.count ?? 0,
    overdue: total?.overdue ?? 0,
    breached: total?.breached ?? 0,
    paused: total?.paused ?? 0,
    byStage: STAGES.flatMap((stage) =>
      counted(BY.stage).flatMap((row) => (row.stage === stage ? [{ stage, count: row.count }] : [])),
    ),
    byRequestType: counted(BY.requestType)
      .map(({ requestType, count }) => ({ requestType: oneOfOrNull(REQUEST_TYPES, requestType), count }))
      .sort((left, right) => right.count - left.count),
    byPriority: PRIORITIES.flatMap((priority) =>
      counted(BY.priority).flatMap((row) =>
        row.priority === priority ? [{ priority, count: row.count }] : [],
      ),
    ),
    byOwnerRole: counted(BY.ownerRole)
      .map(({ ownerRole, count }) => ({ ownerRole: oneOfOrNull(ROLES, ownerRole), count }))
      .sort((left, right) => right.count - left.count),
  };
}
