import type { Database } from '../platform/database';
import type { ProcessDifference } from './difference';
import { PAGE_ROWS, pages } from './pages';

/** The sweeper has started a case by then, if Temporal is there. */
export const STARTED_WITHIN_MS = 5 * 60_000;

interface Row {
  readonly number: string;
  readonly caseNumber: string;
  readonly startedAt: Date | null;
  /** Sequence number of the case's process; null when it has none. */
  readonly seq: number | null;
}

interface Options {
  readonly nowMs: number;
  /** Only these cases; all of them where it is undefined. */
  readonly processes: readonly string[] | undefined;
}

/** Accepted requests whose case has not come to life although there was time (design decision 4). */
export async function* unstartedRequests(
  database: Database,
  { nowMs, processes }: Options,
): AsyncGenerator<ProcessDifference> {
  const before = new Date(nowMs - STARTED_WITHIN_MS);
  const read = (after: string | undefined) => database.$queryRaw<Row[]>`
    SELECT r.number, r.case_number AS "caseNumber", r.started_at AS "startedAt", p.seq
    FROM request r LEFT JOIN process p ON p.id = r.case_number
    WHERE r.registered_at < ${before} AND (r.started_at IS NULL OR p.id IS NULL) AND r.number > ${after ?? ''}
      AND (${processes === undefined} OR r.case_number = ANY(${[...(processes ?? [])]}::text[]))
    ORDER BY r.number LIMIT ${PAGE_ROWS}`;
  for await (const page of pages(read, ({ number }) => number)) yield* page.map(toDifference);
}

function toDifference({ number, caseNumber, startedAt, seq }: Row): ProcessDifference {
  const about = { processId: caseNumber, seq: seq ?? 0 };
  if (startedAt === null)
    return { ...about, field: `request[${number}].startedAt`, expected: 'an instant', actual: null };
  return { ...about, field: 'process', expected: 'a row', actual: `none, but request ${number} was started` };
}
