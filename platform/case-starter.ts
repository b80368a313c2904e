import { releaseStarts } from './start-claims';
import { query, type Database } from './database';
import type { Logger } from './logger';
import type { ProcessClient } from './process-client';
import type { ProcessStart } from '../domain/process/protocol';

export interface CaseStarter {
  readonly database: Database;
  readonly processes: ProcessClient;
  readonly logger: Logger;
}

export interface Unstarted {
  readonly number: string;
  readonly caseNumber: string;
  readonly start: unknown;
}

const isStart = (value: unknown): value is ProcessStart =>
  typeof value === 'object' && value !== null && 'processId' in value && 'first' in value;

/**
 * Starts the case of a registered request (design decision 4). Safe to repeat: the workflow's id is the case
 * number. Returns false when Temporal does not answer; the claim is then released and the sweeper tries
 * again.
 */
export async function startCase(
  { database, processes, logger }: CaseStarter,
  request: Unstarted,
): Promise<boolean> {
  if (!isStart(request.start)) throw new Error(`${request.number} holds no start of a process`);
  const line = {
    requestNumber: request.number,
    processId: request.caseNumber,
    traceId: request.start.traceId,
  };
  const answer = await processes.start('serviceCase', request.start);
  if (answer.kind !== 'done') {
    logger.warn({ ...line, outcome: answer.kind }, 'case not started yet');
    await releaseStarts(database, [request.number]);
    return false;
  }
  await query(
    database,
    `UPDATE request SET started_at = $2::timestamptz, start_claimed_until = NULL
      WHERE number = $1 AND started_at IS NULL`,
    [request.number, new Date().toISOString()],
  );
  logger.info(line, 'case started');
  return true;
}
