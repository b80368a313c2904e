import { readClockRegisters } from '../../activities/clock-registers';
import { policyInForce } from '../../activities/projections/clocks';
import type { LateEntries } from '../../domain/clock/late-entry';
import { isActive, type Clocks } from '../../domain/clock/clocks';
import type { Database } from '../../platform/database';

/** How far back roles may enter what puts off the promises of a case, of each that waits can put off. */
export async function lateEntries(database: Database, clocks: Clocks): Promise<LateEntries> {
  const open = Object.values(clocks).filter(
    (record) => isActive(record) && (record.fixedDueAt === undefined || record.isPutOffByPauses),
  );
  if (open.length === 0) return {};
  const registers = await readClockRegisters(database);
  return Object.fromEntries(
    open.flatMap((record) => {
      const { pausable, lateEntry = [] } = policyInForce(registers, record);
      return pausable ? [[record.name, lateEntry]] : [];
    }),
  );
}
