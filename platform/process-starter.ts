import { releaseStarts, type RegisteredStart } from './start-claims';
import { query, type Database, type Transaction } from './database';
import { toJson } from './json-column';
import type { Logger } from './logger';
import type { ProcessClient } from './process-client';
import type { ProcessStart } from '../domain/process/protocol';

export interface ProcessStarter {
  readonly database: Database;
  readonly processes: ProcessClient;
  readonly logger: Logger;
}

const isStart = (value: unknown): value is ProcessStart =>
  typeof value === 'object' && value !== null && 'processId' in value && 'first' in value;

/**
 * Registers the start of a process in the transaction that accepts it: from then on it starts, whatever fails. The sweeper starts what
 * the caller does not; a program with the process in its registry does so.
 */
export async function registerStart(
  tx: Pick<Transaction, 'processStart'>,
  type: string,
  start: ProcessStart,
  registeredAt = new Date(),
): Promise<RegisteredStart> {
  const { processId } = start;
  return tx.processStart.create({ data: { processId, type, start: toJson(start), registeredAt } });
}

/**
 * Starts a registered process (design decision 4). Safe to repeat: the workflow's id is that of the process.
 * Returns false when Temporal does not answer; the claim is then released and the sweeper tries again.
 */
export async function startProcess(
  { database, processes, logger }: ProcessStarter,
  { processId, type, start }: RegisteredStart,
): Promise<boolean> {
  if (!isStart(start)) throw new Error(`The start of ${processId} has no stored start of a process`);
  const line = { processId, type, traceId: start.traceId };
  const answer = await processes.start(type, start);
  if (answer.kind !== 'done') {
    logger.warn({ ...line, outcome: answer.kind }, 'process not started yet');
    await releaseStarts(database, [processId]);
    return false;
  }
  await query(
    database,
    `UPDATE process_start SET started_at = $2::timestamptz, claimed_until = NULL
      WHERE process_id = $1 AND started_at IS NULL`,
    [processId, new Date().toISOString()],
  );
  logger.info(line, 'process started');
  return true;
}
