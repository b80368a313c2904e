import type { Scope } from '../../domain/identity/scope';
import type { Database } from '../../platform/database';
import { caseReadable } from '../access/scope';
import { iso } from '../http/one-of';

/** One more than is shown: the case of the visit itself is among them. */
const LATEST = 6;

interface Row {
  readonly unitId: string;
  readonly caseNumber: string;
  readonly receivedAt: Date;
  readonly subject: string;
  readonly fault: string | null;
  readonly work: string | null;
  readonly engineerName: string | null;
  readonly repairedAt: Date | null;
}

export type Earlier = Omit<Row, 'receivedAt' | 'repairedAt'> & {
  readonly receivedAt: string;
  readonly repairedAt: string | null;
};

/** The latest cases of each unit that the caller may read, with what was found and done. */
export async function historyOf(
  database: Database,
  scope: Scope,
  unitIds: readonly string[],
): Promise<readonly Earlier[]> {
  if (unitIds.length === 0) return [];
  const rows = await database.$queryRaw<Row[]>`
    SELECT latest.* FROM unnest(${[...new Set(unitIds)]}::text[]) AS wanted (id) CROSS JOIN LATERAL (
      SELECT service_case.unit_id AS "unitId", service_case.number AS "caseNumber", service_case.received_at AS "receivedAt",
        service_case.subject, process.state #>> '{repair,fault}' AS fault, process.state #>> '{repair,work}' AS work,
        process.state #>> '{dispatch,engineer,name}' AS "engineerName", service_case.repaired_at AS "repairedAt"
      FROM service_case JOIN process ON process.id = service_case.process_id
      WHERE service_case.unit_id = wanted.id AND ${caseReadable(scope)}
      ORDER BY service_case.received_at DESC, service_case.number DESC LIMIT ${LATEST}) AS latest`;
  return rows.map((row) => ({
    ...row,
    receivedAt: row.receivedAt.toISOString(),
    repairedAt: iso(row.repairedAt),
  }));
}
