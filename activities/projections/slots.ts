import { without, type Slot } from '../../domain/dispatch/slot';
import { DomainError } from '../../domain/errors';
import { query, type Prisma, type Session, type Transaction } from '../../platform/database';
import type { Claims, Difference } from '../process-kind';
import { compareRows } from './compare';

/** Written by SQL of its own: two cases may want the same hour. */
export const ENGINEER_SLOT = 'engineer_slot';

/**
 * Takes and frees engineers' time slots for the process's state; undefined when the claims are unchanged. The
 * exclusion constraint of `engineer_slot` decides between two claims on the same time (design decision 9).
 * Only new claims are inserted, so a commit without new claims is never refused. Throws DomainError
 * ENGINEER.NOT_FREE; the caller must roll its transaction back.
 */
export function slotClaims(
  processId: string,
  { before, after }: { readonly before: readonly Slot[]; readonly after: readonly Slot[] },
): Claims | undefined {
  const freed = without(before, after);
  const claimed = without(after, before);
  if (freed.length === 0 && claimed.length === 0) return undefined;
  return async (session) => {
    if (claimed.length > 0) await lockEngineers(session, [...freed, ...claimed]);
    const rows = claimed.map((slot) => slotRow(processId, slot));
    const { rows: taken } = await query<{ readonly id: string }>(session, CLAIM, [
      processId,
      JSON.stringify(freed),
      JSON.stringify(rows),
    ]);
    const lost = claimed.find((_, n) => !taken.some(({ id }) => id === rows[n]?.id));
    if (lost) throw await notFree(session, lost);
  };
}

/** One after another, in one order: two that swap their engineers would wait for each other for ever. */
export async function lockEngineers(
  session: Session | Transaction,
  slots: readonly Pick<Slot, 'engineerId'>[],
): Promise<void> {
  const ids = [...new Set(slots.map(({ engineerId }) => engineerId))].sort();
  await query(session, LOCK, [JSON.stringify(ids)]);
}

const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('engineer:' || id, 0))::text
  FROM jsonb_array_elements_text($1::jsonb) WITH ORDINALITY AS asked (id, n) ORDER BY n`;

/**
 * Frees time of the process $1, then takes some: where there is no absence (those are registered under the same lock: none comes in between)
 * and no other visit. Tells what was taken.
 */
const CLAIM = `WITH freed AS (DELETE FROM engineer_slot WHERE process_id = $1
    AND (engineer_id, from_at) IN (SELECT "engineerId", "from" FROM jsonb_to_recordset($2::jsonb) AS f ("engineerId" text, "from" timestamptz)) RETURNING id)
  INSERT INTO engineer_slot (id, kind, engineer_id, process_id, from_at, to_at)
  SELECT c.id, c.kind, c."engineerId", $1, c."from", c."to"
  FROM jsonb_to_recordset($3::jsonb) AS c (id text, kind text, "engineerId" text, "from" timestamptz, "to" timestamptz)
  WHERE (SELECT count(*) FROM freed) IS NOT NULL AND NOT EXISTS (SELECT FROM engineer_slot a
    WHERE a.engineer_id = c."engineerId" AND a.kind = 'absence' AND a.from_at < c."to" AND a.to_at > c."from")
  ON CONFLICT DO NOTHING RETURNING id`;

const OVERLAPPING = `SELECT from_at AS "from", to_at AS "to" FROM engineer_slot
  WHERE engineer_id = $1 AND from_at < $3::timestamptz AND to_at > $2::timestamptz ORDER BY kind = 'absence' DESC, from_at LIMIT 1`;

async function notFree(
  session: Session,
  { engineerId, engineerName: engineer, from, to }: Slot,
): Promise<DomainError> {
  const { rows } = await query<{ readonly from: Date; readonly to: Date }>(session, OVERLAPPING, [
    engineerId,
    from,
    to,
  ]);
  const taken = rows[0] ?? { from: new Date(from), to: new Date(to) };
  const params = { engineerId, engineer, from: taken.from.toISOString(), to: taken.to.toISOString() };
  return new DomainError('ENGINEER.NOT_FREE', params, 'data.appointment');
}

/** A visit's time as its row. */
export const slotRow = (processId: string, { engineerId, from, to }: Slot) =>
  ({
    id: slotKey({ processId, engineerId, from: new Date(from) }),
    kind: 'visit',
    engineerId,
    processId,
    from: new Date(from),
    to: new Date(to),
  }) satisfies Prisma.EngineerSlotCreateManyInput;

/** Identifies a visit: an engineer cannot begin two visits of a case at once. */
const slotKey = (slot: { processId: string; engineerId: string; from: Date }): string =>
  `${slot.processId}:${slot.engineerId}:${slot.from.toISOString()}`;

/** The slots of a process against those that its state claims. */
export async function slotDifferences(
  tx: Transaction,
  processId: string,
  slots: readonly Slot[],
): Promise<readonly Difference[]> {
  const rows = slots.map((slot) => slotRow(processId, slot));
  const held = await tx.engineerSlot.findMany({ where: { processId } });
  return compareRows(
    'engineer_slot',
    new Map(rows.map((row) => [row.id, row])),
    new Map(held.map((row) => [row.id, row])),
  );
}
