import type { Database } from '../platform/database';
import type { ProcessDifference } from './difference';
import { PAGE_ROWS, pages } from './pages';

/** The sweeper has started a process by then, if Temporal is there. */
export const STARTED_WITHIN_MS = 5 * 60_000;

interface Row {
  readonly processId: string;
  readonly type: string;
  readonly startedAt: Date | null;
  /** Sequence number of the process; null when it is not there. */
  readonly seq: number | null;
}

interface Options {
  readonly nowMs: number;
  /** Only these cases; all of them where it is undefined. */
  readonly processes: readonly string[] | undefined;
}

/** Accepted starts whose process is not there although there was time (design decision 4). */
export async function* missedStarts(
  database: Database,
  { nowMs, processes }: Options,
): AsyncGenerator<ProcessDifference> {
  const before = new Date(nowMs - STARTED_WITHIN_MS);
  const read = (after: string | undefined) => database.$queryRaw<Row[]>`
    SELECT s.process_id AS "processId", s.type, s.started_at AS "startedAt", p.seq
    FROM process_start s LEFT JOIN process p ON p.id = s.process_id
    WHERE s.registered_at < ${before} AND (s.started_at IS NULL OR p.id IS NULL) AND s.process_id > ${after ?? ''}
      AND (${processes === undefined} OR s.process_id = ANY(${[...(processes ?? [])]}::text[]))
    ORDER BY s.process_id LIMIT ${PAGE_ROWS}`;
  for await (const page of pages(read, ({ processId }) => processId)) yield* page.map(toDifference);
}

function toDifference({ processId, type, startedAt, seq }: Row): ProcessDifference {
  const about = { processId, seq: seq ?? 0 };
  if (startedAt === null)
    return { ...about, field: `start[${type}].startedAt`, expected: 'an instant', actual: null };
  return { ...about, field: 'process', expected: 'a row', actual: `none, but its start is on record` };
}
