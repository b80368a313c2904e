import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { ApplicationFailure } from '@temporalio/common';
import type { Database, Transaction } from '../platform/database';
import { changeUnit } from '../platform/unit-register';
import type { Call } from './types';

const Input = Type.Object({
  unitId: Type.String(),
  on: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }),
  caseNumber: Type.String(),
  by: Type.String(),
  reason: Type.Optional(Type.String()),
});

/**
 * Enters the day of an accepted installation in the register of units (R6, R8), once for each key. A unit that has another day from
 * elsewhere keeps it, and the answer names both: a person decides. The report's own day is replaced by its correction (`reason`).
 */
export const createRecordInstallation =
  (database: Database): Call =>
  async ({ key, at, input }) => {
    if (!Value.Check(Input, input)) throw ApplicationFailure.nonRetryable('No day', 'CALL.INPUT_WRONG');
    const { unitId, on, caseNumber, by, reason: why } = input;
    return database.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM unit WHERE id = ${unitId} FOR UPDATE`;
      const unit = await tx.unit.findUnique({ where: { id: unitId } });
      if (!unit) throw ApplicationFailure.nonRetryable(`There is no unit ${unitId}`, 'UNIT.UNKNOWN');
      const installedOn = dateOf(on);
      if (unit.installedOn !== null) {
        const kept = { installedOn: dayOf(unit.installedOn) };
        if (kept.installedOn === on) return kept;
        const from = await cameFrom(tx, unitId, unit.installedOn);
        const isOwn = from?.caseNumber === caseNumber;
        // An earlier day of this case that comes late, or the same call once more.
        if (isOwn && from.key !== null && seqOf(from.key) >= seqOf(key)) return kept;
        if (!isOwn || why === undefined) return { ...kept, told: on };
      }
      const reason = `${caseNumber}: ${why ?? 'installation accepted / 安装验收'}`;
      await changeUnit(tx, unitId, { installedOn }, { by, at: new Date(at), reason, caseNumber, key });
      return { installedOn: on };
    });
  };

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** Number of the event that asked for a call: `AS-2026-000001:12:1`. */
const seqOf = (key: string): number => Number(key.split(':')[1]);

/** The version of the unit's entry with which its installation day came. */
async function cameFrom(tx: Transaction, unitId: string, installedOn: Date) {
  const versions = await tx.unitChange.findMany({
    where: { unitId },
    orderBy: { version: 'desc' },
    select: { caseNumber: true, key: true, installedOn: true },
  });
  const other = versions.findIndex((one) => one.installedOn?.getTime() !== installedOn.getTime());
  return other === -1 ? versions.at(-1) : versions[other - 1];
}
