import type { Recorded } from '../domain/process/decider';
import { transaction, type Database } from '../platform/database';
import type { ClockRegisters } from './clock-registers';
import { refusingFaults } from './commit-refusal';
import type { Fold, ProcessKind } from './process-kind';
import { computeClocks, type ClockRow } from './projections/clocks';
import { notificationRows } from './projections/notifications';

/** As long as a person waits for an answer that changes nothing. */
const LOCK_TIMEOUT_MS = 5_000;

export interface Rehearsed {
  readonly before: Fold;
  readonly after: Fold;
  readonly clocksBefore: readonly ClockRow[];
  readonly clocksAfter: readonly ClockRow[];
  readonly messages: Awaited<ReturnType<typeof notificationRows>>;
}

interface Planned {
  readonly processId: string;
  readonly seq: number;
  /** The state before the events. */
  readonly state: unknown;
  readonly events: readonly Recorded[];
  readonly now: string;
}

/** Takes a transaction back that has done what it was to find out. */
class TakenBack extends Error {}

/**
 * Computes all that a commit of these events would write (`commit.ts`), and writes nothing: an engineer's time is claimed and given back.
 * @throws {DomainError} the refusal that the commit would give.
 */
export async function rehearse(
  database: Database,
  registers: ClockRegisters,
  kind: ProcessKind,
  { processId, seq, state, events, now }: Planned,
): Promise<Rehearsed> {
  const computed = <T>(compute: () => T): T => refusingFaults(compute, () => undefined);
  const rowsOf = (fold: Fold) => computed(() => computeClocks(registers, fold.clocks, now)).rows;
  const before = computed(() => kind.fold(state, []));
  const after = computed(() => kind.fold(state, events));
  const [clocksBefore, clocksAfter] = [rowsOf(before), rowsOf(after)];
  const image = { processId, seq: seq + events.length, at: now, state: after.state, clocks: clocksAfter };
  computed(() => kind.rows(image, state));
  const claims = computed(() => kind.claims(image, state));
  if (claims)
    await transaction(database, LOCK_TIMEOUT_MS, async (session) => {
      await claims(session);
      throw new TakenBack();
    }).catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  const messages = await notificationRows(database, registers, processId, after, clocksAfter);
  return { before, after, clocksBefore, clocksAfter, messages };
}
