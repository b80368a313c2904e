import { type Database, Prisma } from '../../platform/database';
import type { EventPosition } from './position';

/** An event as the stream tells of it: no personal data. Where its case is now, is where it is seen from. */
export interface StreamedEvent extends EventPosition {
  readonly type: string;
  readonly seq: number;
  readonly at: Date;
  readonly caseNumber: string;
  readonly stage: string;
  readonly requestType: string | null;
  readonly priority: string;
  readonly breached: boolean;
  readonly regionId: string | null;
  readonly outletId: string | null;
}

/**
 * Transactions below this id have all ended. Ids are assigned when transactions begin to write, and commit in
 * any order: a reader past an open transaction would miss its events.
 */
const SETTLED_BELOW = Prisma.sql`(pg_snapshot_xmin(pg_current_snapshot())::text)::bigint`;

/** The first number that may still commit. */
export async function settledBelow(database: Database): Promise<bigint> {
  const [row] = await database.$queryRaw<{ below: bigint }[]>`SELECT ${SETTLED_BELOW} AS below`;
  if (!row) throw new Error('PostgreSQL returned no snapshot');
  return row.below;
}

/** An event of any process: those of other processes than cases are passed over, but they are passed. */
export type SettledEvent = StreamedEvent | (EventPosition & { readonly caseNumber: null });

/** Settled events after a position, in their one order; `caseNumber` narrows them to one case. */
export const readEvents = (
  database: Database,
  after: EventPosition,
  limit: number,
  caseNumber?: string,
): Promise<SettledEvent[]> => database.$queryRaw<SettledEvent[]>`
  SELECT e.transaction_id AS "transactionId", e.position, e.type, e.seq, e.at, c.number AS "caseNumber", c.stage,
         c.request_type AS "requestType", c.priority, c.breached, c.region_id AS "regionId", c.outlet_id AS "outletId"
  FROM process_event e LEFT JOIN service_case c ON c.process_id = e.process_id
  WHERE (e.transaction_id, e.position) > (${after.transactionId}, ${after.position})
    AND e.transaction_id < ${SETTLED_BELOW}
    AND ${caseNumber === undefined ? Prisma.sql`TRUE` : Prisma.sql`c.number = ${caseNumber}`}
  ORDER BY e.transaction_id, e.position
  LIMIT ${limit}`;

/** Whether there are events that have committed and wait for an older transaction to end. */
export async function hasUnsettled(database: Database, after: EventPosition): Promise<boolean> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT FROM process_event WHERE (transaction_id, position) > (${after.transactionId}, ${after.position}) LIMIT 1`;
  return rows.length > 0;
}
