import { isSystemId, REGISTER_ID } from '../domain/process/command-ids';
import type { Recorded } from '../domain/process/decider';
import { Prisma, type Transaction } from '../platform/database';
import type { SeqDifference } from './difference';

interface Row {
  readonly commandId: string;
  readonly seq: number;
  readonly digest: string | null;
  readonly hasEvent: boolean;
  readonly isStillNext: boolean;
}

/**
 * Commands of the system that are on record as done but did nothing (design decision 2). Every call that ended leaves its event. A step of a
 * clock may have become pointless, but then it is not the next step of that clock any more. And only a caller's command has a digest.
 */
export async function swallowedSteps(tx: Transaction, processId: string): Promise<readonly SeqDifference[]> {
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT done.command_id AS "commandId", done.seq, done.digest,
      EXISTS (SELECT FROM process_event AS event
        WHERE event.process_id = done.process_id AND event.command_id = done.command_id) AS "hasEvent",
      EXISTS (SELECT FROM process_clock AS clock WHERE clock.process_id = done.process_id
        AND starts_with(done.command_id, 'elapse:' || clock.name || ':' || clock.next_step || ':'
          || round(extract(epoch FROM clock.next_step_at) * 1000)::bigint || ':')) AS "isStillNext"
    FROM process_command AS done
    WHERE done.process_id = ${processId} AND (done.command_id ~ '^(settle|elapse|absence):' OR done.command_id ~ '^[A-Z]{2}-[0-9]{4}-[0-9]+:')
    ORDER BY done.seq, done.command_id`);
  return rows.flatMap(differencesOf);
}

function differencesOf({ commandId, seq, digest, hasEvent, isStillNext }: Row): SeqDifference[] {
  const field = `process_command[${commandId}]`;
  if (digest !== null)
    return [{ seq, field: `${field}.digest`, expected: 'a command of the system', actual: 'a caller’s' }];
  if (commandId.startsWith('settle:') && !hasEvent)
    return [{ seq, field, expected: 'the outcome of its call', actual: 'no event' }];
  if (isStillNext && !hasEvent)
    return [{ seq, field, expected: 'the step of its clock', actual: 'no event' }];
  return [];
}

/** An event of somebody else's under an id of the system's. A case is registered by a person, under the id that every case begins with: more than one event follows. */
export const claimedBy = ({ seq, commandId, actor }: Recorded): readonly SeqDifference[] =>
  seq > 1 && commandId !== REGISTER_ID && actor.kind !== 'system' && isSystemId(commandId)
    ? [{ seq, field: 'event.commandId', expected: 'an id of its sender’s', actual: commandId }]
    : [];
