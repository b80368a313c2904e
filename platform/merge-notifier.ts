import { SYSTEM } from '../domain/identity/actor';
import { mergedId, unmergedId } from '../domain/process/command-ids';
import type { Database } from './database';
import type { Logger } from './logger';
import type { ProcessClient } from './process-client';
import { refusalIn } from './refusal-note';

const BATCH = 100;

export interface MergeNotifier {
  readonly database: Database;
  readonly processes: ProcessClient;
  readonly logger: Logger;
}

/**
 * Notifies every running case of the merge or split of its customer. The tables alone show which notices are
 * missing, so a restart after a crash sends the rest. Returns the number sent.
 */
export async function notifyOfMerges({ database, processes, logger }: MergeNotifier): Promise<number> {
  let notified = 0;
  for (const { processId, command } of [...(await pending(database)), ...(await stale(database))]) {
    const answer = await processes.execute(processId, { commands: [{ ...command, actor: SYSTEM }] });
    if (answer.kind === 'done') notified += 1;
    else {
      const line = { processId, command: command.type, answer: answer.kind };
      logger.warn({ ...line, ...refusalIn(answer) }, 'case not yet notified of a merge');
    }
  }
  return notified;
}

/** Running cases whose customer has been merged. */
async function pending(database: Database) {
  const rows = await database.$queryRaw<
    { processId: string; mergeId: string; id: string; name: string; status: string }[]
  >`
    SELECT c.process_id AS "processId", m.id AS "mergeId", i.id, i.name, i.status
    FROM customer_merge AS m
      JOIN service_case AS c ON c.customer_id = m.from_id
      JOIN process AS p ON p.id = c.process_id AND NOT p.ended
      JOIN customer AS i ON i.id = m.into_id
    WHERE m.undone_at IS NULL ORDER BY c.process_id LIMIT ${BATCH}`;
  return rows.map(({ processId, mergeId, id, name, status }) => {
    const data = { mergeId, customer: { id, name, status: status === 'prospect' ? 'prospect' : 'active' } };
    return { processId, command: { id: mergedId(mergeId), type: 'recordMerged', data } };
  });
}

/** Running cases that have their customer by a merge which has been taken back. */
async function stale(database: Database) {
  const rows = await database.$queryRaw<{ processId: string; mergeId: string }[]>`
    SELECT c.process_id AS "processId", m.id AS "mergeId"
    FROM customer_merge AS m
      JOIN service_case AS c ON c.customer_merge_id = m.id
      JOIN process AS p ON p.id = c.process_id AND NOT p.ended
    WHERE m.undone_at IS NOT NULL ORDER BY c.process_id LIMIT ${BATCH}`;
  return rows.map(({ processId, mergeId }) => ({
    processId,
    command: { id: unmergedId(mergeId), type: 'recordUnmerged', data: { mergeId } },
  }));
}
