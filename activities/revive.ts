import type { Database } from '../platform/database';
import type { Logger } from '../platform/logger';
import type { ProcessClient } from '../platform/process-client';
import type { ProcessKinds } from './process-kind';
import { revivalOf } from './revival';

interface Reviving {
  readonly database: Database;
  readonly processes: ProcessClient;
  readonly logger: Logger;
}

/** Result of reviving a process that Temporal does not run; `ended` when PostgreSQL has it as ended. */
export type Revived = 'ended' | 'unknown' | 'started' | 'not-started';

/** Those under way: many commands for a lost process start it once. */
const underWay = new WeakMap<ProcessClient, Map<string, Promise<Revived>>>();

/** Starts a process that Temporal has lost from where PostgreSQL has it (ADR 37), for somebody who is waiting for it. */
export function revive(reviving: Reviving, kinds: ProcessKinds, processId: string): Promise<Revived> {
  const own = underWay.get(reviving.processes) ?? new Map<string, Promise<Revived>>();
  underWay.set(reviving.processes, own);
  const known = own.get(processId);
  if (known) return known;
  const revived = start(reviving, kinds, processId).finally(() => own.delete(processId));
  own.set(processId, revived);
  return revived;
}

async function start(
  { database, processes, logger }: Reviving,
  kinds: ProcessKinds,
  processId: string,
): Promise<Revived> {
  const row = await database.process.findUnique({ where: { id: processId }, select: { ended: true } });
  if (!row) return 'unknown';
  if (row.ended) return 'ended';
  const revival = await revivalOf(database, kinds, processId);
  if (!revival) return 'unknown';
  if (revival.isEnded) return 'ended';
  const answer = await processes.restart(revival.type, revival.start);
  const { seq } = revival.start.carried.ledger;
  logger.error(
    { processId, seq, outcome: answer.kind },
    'process was lost by Temporal, started from PostgreSQL',
  );
  return answer.kind === 'done' ? 'started' : 'not-started';
}
