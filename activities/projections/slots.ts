import { without, type Slot } from '../../domain/dispatch/slot';
import { DomainError } from '../../domain/errors';
import type { Prisma, Transaction } from '../../platform/database';
import type { Claims, Difference } from '../process-kind';
import { compareRows } from './compare';

/**
 * What takes and frees engineers' time as the process's state has it; undefined where the state claims what it did. The exclusion constraint of
 * `engineer_slot` decides between two that want the same (design decision 9). Only what the state has come to claim is taken, so a commit
 * that claims nothing is never refused: it throws DomainError ENGINEER.NOT_FREE, and its transaction is to be rolled back.
 */
export function slotClaims(
  processId: string,
  { before, after }: { readonly before: readonly Slot[]; readonly after: readonly Slot[] },
): Claims | undefined {
  const freed = without(before, after);
  const claimed = without(after, before);
  if (freed.length === 0 && claimed.length === 0) return undefined;
  return async (tx) => {
    if (claimed.length > 0) await lockEngineers(tx, [...freed, ...claimed]);
    for (const { engineerId, from } of freed)
      await tx.engineerSlot.deleteMany({ where: { processId, engineerId, from: new Date(from) } });
    for (const slot of claimed) await claim(tx, processId, slot);
  };
}

/** One after another, in one order: two that swap their engineers would wait for each other for ever. */
export async function lockEngineers(
  tx: Transaction,
  slots: readonly Pick<Slot, 'engineerId'>[],
): Promise<void> {
  for (const id of [...new Set(slots.map(({ engineerId }) => engineerId))].sort())
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`engineer:${id}`}, 0))`;
}

async function claim(tx: Transaction, processId: string, slot: Slot): Promise<void> {
  const { engineerId, engineerName: engineer } = slot;
  const [from, to] = [new Date(slot.from), new Date(slot.to)];
  const overlapping = { engineerId, from: { lt: to }, to: { gt: from } };
  // Absences are registered under the same lock: none comes in between.
  const absence = await tx.engineerSlot.findFirst({
    where: { ...overlapping, kind: 'absence' },
    orderBy: { from: 'asc' },
  });
  if (!absence) {
    const data = [slotRow(processId, slot)];
    if ((await tx.engineerSlot.createMany({ data, skipDuplicates: true })).count > 0) return;
  }
  const taken =
    absence ?? (await tx.engineerSlot.findFirst({ where: overlapping, orderBy: { from: 'asc' } }));
  throw new DomainError(
    'ENGINEER.NOT_FREE',
    {
      engineerId,
      engineer,
      from: (taken?.from ?? from).toISOString(),
      to: (taken?.to ?? to).toISOString(),
    },
    'data.appointment',
  );
}

const slotRow = (processId: string, { engineerId, from, to }: Slot) =>
  ({
    id: slotKey({ processId, engineerId, from: new Date(from) }),
    kind: 'visit',
    engineerId,
    processId,
    from: new Date(from),
    to: new Date(to),
  }) satisfies Prisma.EngineerSlotCreateManyInput;

/** What tells one visit from another: an engineer cannot begin two of a case at once. */
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
