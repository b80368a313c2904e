import { query, type Database } from '../../platform/database';
import type { Scope } from '../../domain/identity/scope';
import { PRESENCE_CHANNEL } from '../events/channels';
import { inScope } from '../access/scope';
import { Prisma } from '../../platform/database';
import { HEARTBEAT_S, type Doing, type PresentView } from './schema';

/** Two heartbeats may be lost before a tab counts as closed. */
const EXPIRES_AFTER = `make_interval(secs => ${3 * HEARTBEAT_S})`;
const FORGOTTEN_AT_ONCE = 100;

interface Tab {
  readonly caseNumber: string;
  readonly staffId: string;
  readonly clientId: string;
}

/** Tells where a case is, so that each reader of the event stream can judge whether it is in sight. */
const ANNOUNCED = `SELECT pg_notify('${PRESENCE_CHANNEL}',
  json_build_object('caseNumber', number, 'regionId', region_id, 'outletId', outlet_id)::text)::text FROM service_case WHERE number = $1`;

const SEEN = `WITH forgotten AS (
    DELETE FROM presence WHERE (case_number, staff_id, client_id) IN (
      SELECT case_number, staff_id, client_id FROM presence WHERE seen_at < clock_timestamp() - ${EXPIRES_AFTER}
        AND (case_number, staff_id, client_id) <> ($1, $2, $3) LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED)),
  before AS (
    SELECT FROM presence WHERE case_number = $1 AND staff_id = $2 AND client_id = $3 AND doing = $4
      AND seen_at >= clock_timestamp() - ${EXPIRES_AFTER}),
  seen AS (
    INSERT INTO presence AS held (case_number, staff_id, client_id, doing, since, seen_at)
    VALUES ($1, $2, $3, $4, clock_timestamp(), clock_timestamp())
    ON CONFLICT (case_number, staff_id, client_id) DO UPDATE SET doing = EXCLUDED.doing, seen_at = EXCLUDED.seen_at,
      since = CASE WHEN held.seen_at < clock_timestamp() - ${EXPIRES_AFTER} THEN EXCLUDED.since ELSE held.since END)
  ${ANNOUNCED} AND NOT EXISTS (SELECT FROM before)`;

const LEFT = `WITH gone AS (
    DELETE FROM presence WHERE case_number = $1 AND staff_id = $2 AND client_id = $3 RETURNING case_number)
  ${ANNOUNCED} AND EXISTS (SELECT FROM gone)`;

/** Records that a tab is open. The event stream reports it only where that is news. */
export async function seen(database: Database, tab: Tab, doing: Doing): Promise<void> {
  await query(database, SEEN, [tab.caseNumber, tab.staffId, tab.clientId, doing]);
}

/** Records that a tab is closed, or shows another case. */
export async function left(database: Database, tab: Tab): Promise<void> {
  await query(database, LEFT, [tab.caseNumber, tab.staffId, tab.clientId]);
}

interface Row {
  readonly caseNumber: string;
  readonly id: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly isEditing: boolean;
  readonly since: Date;
}

/** The people who have these cases open, by case; the case in sight alone. */
export async function presentIn(
  database: Database,
  { cases, scope, me }: { readonly cases: readonly string[]; readonly scope: Scope; readonly me: string },
): Promise<ReadonlyMap<string, readonly PresentView[]>> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT p.case_number AS "caseNumber", s.id, s.name_en AS "nameEn", s.name_zh AS "nameZh",
      bool_or(p.doing = 'editing') AS "isEditing", min(p.since) AS since
    FROM presence p JOIN staff s ON s.id = p.staff_id JOIN service_case ON service_case.number = p.case_number
    WHERE p.case_number IN (${Prisma.join([...cases])}) AND p.seen_at >= clock_timestamp() - ${Prisma.raw(EXPIRES_AFTER)}
      AND s.active AND ${inScope(scope, 'service_case')}
    GROUP BY p.case_number, s.id ORDER BY p.case_number, since, s.id`;
  const found = new Map<string, PresentView[]>();
  for (const { caseNumber, id, nameEn, nameZh, isEditing, since } of rows) {
    const doing: Doing = isEditing ? 'editing' : 'viewing';
    const view = { staff: { id, nameEn, nameZh }, doing, since: since.toISOString(), isMe: id === me };
    found.set(caseNumber, [...(found.get(caseNumber) ?? []), view]);
  }
  return found;
}
