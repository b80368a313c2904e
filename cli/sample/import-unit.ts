import { isDeepStrictEqual } from 'node:util';
import type { Prisma, Transaction } from '../../platform/database';
import { changeUnit, recordVersion, type UnitWriter } from '../../platform/unit-register';

/**
 * Enters a unit, or corrects one that differs, as its next version. An installation day that the file leaves open stays as it is: an
 * accepted installation may have set it since.
 */
export async function importUnit(
  tx: Transaction,
  { installedOn, ...columns }: Prisma.UnitUncheckedCreateInput & { readonly id: string },
  writer: UnitWriter,
): Promise<void> {
  const { id } = columns;
  const there = await tx.unit.findUnique({ where: { id } });
  if (!there) {
    const row = await tx.unit.create({ data: { ...columns, installedOn: installedOn ?? null } });
    await recordVersion(tx, row, writer);
    return;
  }
  const given = { ...columns, ...(installedOn !== null && installedOn !== undefined && { installedOn }) };
  if (!isDeepStrictEqual({ ...there, ...given }, there)) await changeUnit(tx, id, given, writer);
}
