import type { Actor } from '../domain/identity/actor';
import type { Recorded } from '../domain/process/decider';
import type { Prisma } from '../platform/database';

/** The event as it was recorded, from its row: the hash chain is reckoned over exactly this. */
export function recordedOf(row: Prisma.ProcessEventGetPayload<object>): Recorded {
  if (!isObject(row.data) || !isActor(row.actor))
    throw new Error(`Event ${row.processId}:${row.seq} is not an event`);
  return {
    type: row.type,
    data: row.data,
    seq: row.seq,
    at: row.at.toISOString(),
    ...(row.occurredAt === null ? {} : { occurredAt: row.occurredAt.toISOString() }),
    commandId: row.commandId,
    actor: row.actor,
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isActor = (value: unknown): value is Actor =>
  isObject(value) && typeof value.kind === 'string' && typeof value.id === 'string';
