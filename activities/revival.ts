import { CallBook } from '../domain/process/calls';
import { settleId } from '../domain/process/command-ids';
import type { ProcessStart } from '../domain/process/protocol';
import type { Database } from '../platform/database';
import { recordedOf } from './event-row';
import type { Fold, ProcessKinds } from './process-kind';

export interface Revival {
  readonly type: string;
  readonly isEnded: boolean;
  readonly start: ProcessStart & Required<Pick<ProcessStart, 'carried'>>;
}

const SETTLE = settleId('');
const PAGE_ROWS = 500;

/**
 * Restores a lost workflow from PostgreSQL: its process, and the pending calls derived from events and
 * recorded outcomes (ADR 37). The calls are repeated under their old keys. Undefined when the process does
 * not exist.
 */
export async function revivalOf(
  database: Database,
  kinds: ProcessKinds,
  processId: string,
): Promise<Revival | undefined> {
  const row = await database.process.findUnique({ where: { id: processId } });
  const kind = row && kinds.get(row.type);
  if (!row || !kind) return undefined;
  const outcomes = await database.processCommand.findMany({
    where: { processId, commandId: { startsWith: SETTLE }, seq: { lte: row.seq } },
    orderBy: { seq: 'asc' },
  });
  const book = new CallBook();
  const settleBefore = (seq: number): void => {
    while (outcomes[0] && outcomes[0].seq < seq)
      book.settle(outcomes.shift()?.commandId.slice(SETTLE.length) ?? '');
  };
  let state: unknown = kind.initial;
  for (let after = 0; after < row.seq;) {
    const page = await database.processEvent.findMany({
      where: { processId, seq: { gt: after, lte: row.seq } },
      orderBy: { seq: 'asc' },
      take: PAGE_ROWS,
    });
    if (page.length === 0) break;
    const fold: Fold = kind.fold(state, page.map(recordedOf));
    for (const { event, effects } of fold.effects) {
      settleBefore(event.seq);
      book.add(effects, { processId, seq: event.seq, at: event.at });
    }
    state = fold.state;
    after = page.at(-1)?.seq ?? row.seq;
  }
  settleBefore(Number.POSITIVE_INFINITY);
  const ledger = { seq: row.seq, state: row.state, done: [] };
  return {
    type: row.type,
    isEnded: row.ended,
    start: { processId, carried: { ledger, calls: book.carry(), deadlines: [] } },
  };
}
