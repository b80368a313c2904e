import { normaliseCode } from '../../domain/text/normalise';
import { registerKeys } from '../../domain/text/serial';
import type { Scope } from '../../domain/identity/scope';
import type { Database, Prisma, Transaction } from '../../platform/database';
import { WITH_TERMS, type UnitWithTerms } from '../entitlement/facts';
import { ApiError } from '../http/problems';
import { isInScope } from '../access/scope';

/** Which units have a serial number, in any spelling. */
export const hasSerial = (serial: string): Prisma.UnitWhereInput => ({
  serialKey: { in: [...registerKeys(serial)] },
});

/**
 * The units with a serial number in any spelling, with what they are entitled to. Two can share one since before that was refused:
 * the one that is spelt just so is meant, else either can be.
 */
export async function unitsBySerial(tx: Transaction, serial: string): Promise<readonly UnitWithTerms[]> {
  const found = await tx.unit.findMany({
    where: hasSerial(serial),
    include: WITH_TERMS,
    orderBy: { serial: 'asc' },
  });
  const spelling = normaliseCode(serial);
  const exact = found.filter((unit) => [spelling, spelling.toUpperCase()].includes(unit.serial));
  return exact.length === 1 ? exact : found;
}

/**
 * The one unit in scope with a serial number. @throws {ApiError} naming the field, when there is none or more
 * than one.
 */
export async function unitBySerial(
  database: Database,
  serial: string,
  field: string,
  scope: Scope,
): Promise<UnitWithTerms> {
  const inSight: UnitWithTerms[] = [];
  for (const unit of await unitsBySerial(database, serial))
    if (await isInScope(database, scope, 'unit', unit.id)) inSight.push(unit);
  const [unit, another] = inSight;
  if (!unit) throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field, value: serial }, field);
  if (another)
    throw new ApiError('UNIT.SERIAL_SHARED', { serials: `${unit.serial}, ${another.serial}` }, field);
  return unit;
}
