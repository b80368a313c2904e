import { PROCESS_KINDS } from '../../../activities/processes';
import type { Database } from '../../../platform/database';
import type { ProcessDifference } from '../../../verify/difference';
import { verify, type Verified, type VerifyOptions } from '../../../verify/verify';
import type { Workflows } from '../../../verify/workflows';

/** No workflows to query: verification compares PostgreSQL alone. */
const NO_WORKER: Workflows = {
  look: () => Promise.resolve({ kind: 'unanswered', reason: 'no worker in this test' }),
  refresh: () => Promise.resolve('no worker in this test'),
  restart: () => Promise.resolve('no worker in this test'),
  whyAway: () => Promise.resolve(undefined),
};

export interface Outcome {
  readonly found: readonly ProcessDifference[];
  readonly unverified: readonly string[];
  readonly counts: Verified;
}

/** Runs `verify` and keeps what it reports. */
export async function verifying(
  database: Database,
  options: Omit<VerifyOptions, 'onDifference' | 'onUnverified'> = {},
  workflows: Workflows = NO_WORKER,
): Promise<Outcome> {
  const found: ProcessDifference[] = [];
  const unverified: string[] = [];
  const dependencies = {
    database,
    kinds: PROCESS_KINDS,
    workflows,
    now: Date.now,
    waitsMs: [20, 50, 100, 200],
  };
  const counts = await verify(dependencies, {
    ...options,
    onDifference: (difference) => found.push(difference),
    onUnverified: (processId) => unverified.push(processId),
  });
  return { found, unverified, counts };
}

/** Where a difference is, without its values. */
export const place = ({ seq, field }: ProcessDifference): string => `seq ${seq} ${field}`;

/** Changes rows behind the back of triggers and foreign keys. `$1` in the statement is the process id. */
export async function tamper(database: Database, statement: string, processId: string): Promise<number> {
  const [, changed] = await database.$transaction([
    database.$executeRaw`SET LOCAL session_replication_role = replica`,
    database.$executeRawUnsafe(statement, processId),
  ]);
  return changed;
}
