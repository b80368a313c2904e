import { serialKey } from '../../domain/text/serial';
import type { Transaction } from '../../platform/database';
import type { Company } from './company-shapes';
import { SampleFileError } from './read-file';

/** @throws {SampleFileError} for a unit whose serial number another unit has in the register, in whatever spelling. */
export async function refuseTakenSerials(tx: Transaction, { units }: Company): Promise<void> {
  const keys = units.map(({ serial }) => serialKey(serial));
  const there = await tx.unit.findMany({ where: { serialKey: { in: keys } } });
  const faults = units.flatMap(({ id, serial }, row) =>
    there
      .filter((unit) => unit.id !== id && unit.serialKey === keys[row] && !unit.serialShared)
      .map(
        (unit) =>
          `row ${row + 1} (${id}), serial: ${serial} is the serial number of unit ${unit.id} (${unit.serial})`,
      ),
  );
  if (faults.length > 0) throw new SampleFileError(`units.json:\n  ${faults.join('\n  ')}`);
}

/** Units that share a serial number since before that was refused, as a person reads it. */
export async function sharedSerials(tx: Transaction): Promise<readonly string[]> {
  const units = await tx.unit.findMany({
    where: { serialShared: true },
    orderBy: [{ serialKey: 'asc' }, { id: 'asc' }],
  });
  return units.map(({ id, serial }) => `unit ${id}: ${serial}`);
}
