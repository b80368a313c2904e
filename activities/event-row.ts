import type { Actor } from '../domain/identity/actor';
import type { Recorded } from '../domain/process/decider';
import { isActor } from '../domain/process/shape';
import type { Prisma } from '../platform/database';

type EventRow = Prisma.ProcessEventGetPayload<object>;

/** The event exactly as its row holds it, well-formed or not: the hash chain covers it. */
export const rawOf = (row: EventRow) => ({
  type: row.type,
  data: row.data,
  seq: row.seq,
  at: row.at.toISOString(),
  ...(row.occurredAt === null ? {} : { occurredAt: row.occurredAt.toISOString() }),
  commandId: row.commandId,
  actor: row.actor,
});

/**
 * The event as it can be read. One that is malformed stands for good: it has data of no content, or was given by somebody unknown, so that all
 * the others can be read (ADR 37); `faultOf` tells.
 */
export const recordedOf = (row: EventRow): Recorded => ({
  ...rawOf(row),
  data: isObject(row.data) ? row.data : {},
  actor: isActor(row.actor) ? row.actor : somebody(row.actor),
});

/** The part of the event that is malformed, and what it should be. */
export function faultOf(row: EventRow): { readonly field: string; readonly expected: string } | undefined {
  if (!isObject(row.data)) return { field: 'event', expected: 'an event' };
  if (!isActor(row.actor)) return { field: 'event.actor', expected: 'an actor' };
  return undefined;
}

const somebody = (actor: unknown): Actor => ({
  kind: 'system',
  id: isObject(actor) && typeof actor['id'] === 'string' ? actor['id'] : 'unknown',
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
