import type { Prisma, Transaction } from './database';

export type UnitColumns = Prisma.UnitUncheckedUpdateInput;

/** Author of a change to a unit's entry, and the reason; kept with each version. */
export interface UnitWriter {
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
  /** The case that makes it so. */
  readonly caseNumber?: string;
  /** Idempotency key: a write with one that is known changes nothing. */
  readonly key?: string;
}

/** Writes the next version of a unit's entry, and keeps it as it is from then on, with its author and reason. */
export async function changeUnit(
  tx: Transaction,
  id: string,
  columns: UnitColumns,
  writer: UnitWriter,
): Promise<void> {
  const row = await tx.unit.update({ where: { id }, data: { ...columns, version: { increment: 1 } } });
  await recordVersion(tx, row, writer);
}

/** Keeps a version of a unit's entry as it is now. */
export async function recordVersion(
  tx: Transaction,
  row: Prisma.UnitGetPayload<object>,
  { by, at, reason, caseNumber, key }: UnitWriter,
): Promise<void> {
  const { id: unitId, version, serial, productCode, customerId } = row;
  const { soldOn, deliveredOn, installedOn, transferredOn, address, timeZone } = row;
  await tx.unitChange.create({
    data: {
      ...{ unitId, version, at, by, reason, caseNumber: caseNumber ?? null, key: key ?? null },
      ...{
        serial,
        productCode,
        customerId,
        soldOn,
        deliveredOn,
        installedOn,
        transferredOn,
        address,
        timeZone,
      },
    },
  });
}
