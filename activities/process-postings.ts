import { postingsOf, type Posting } from '../domain/money/account';
import type { Database } from '../platform/database';
import { recordedOf } from './event-row';
import type { ProcessKinds } from './process-kind';

/** A process's own account of what it posted to finance, by its events (R10). Undefined where there is no such process. */
export async function processPostings(
  database: Pick<Database, 'process' | 'processEvent'>,
  kinds: ProcessKinds,
  processId: string,
): Promise<{ readonly seq: number; readonly postings: readonly Posting[] } | undefined> {
  const row = await database.process.findUnique({
    where: { id: processId },
    select: { type: true, seq: true },
  });
  const kind = row && kinds.get(row.type);
  if (!row || !kind) return undefined;
  const events = await database.processEvent.findMany({ where: { processId }, orderBy: { seq: 'asc' } });
  const { effects } = kind.fold(kind.initial, events.map(recordedOf));
  return { seq: events.at(-1)?.seq ?? 0, postings: postingsOf(effects, processId) };
}
