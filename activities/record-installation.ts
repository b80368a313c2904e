import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { ApplicationFailure } from '@temporalio/common';
import type { Database } from '../platform/database';
import { changeUnit } from '../platform/unit-register';
import type { Call } from './types';

const Input = Type.Object({
  unitId: Type.String(),
  on: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }),
  caseNumber: Type.String(),
  by: Type.String(),
});

/**
 * Enters the day of an accepted installation in the register of units (R6, R8), once for each key. A unit that has a day keeps it: a
 * second installation does not renew its warranty.
 */
export const createRecordInstallation =
  (database: Database): Call =>
  async ({ key, at, input }) => {
    if (!Value.Check(Input, input)) throw ApplicationFailure.nonRetryable('No day', 'CALL.INPUT_WRONG');
    const { unitId, on, caseNumber, by } = input;
    return database.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM unit WHERE id = ${unitId} FOR UPDATE`;
      const unit = await tx.unit.findUnique({ where: { id: unitId } });
      if (!unit) throw ApplicationFailure.nonRetryable(`There is no unit ${unitId}`, 'UNIT.UNKNOWN');
      if (unit.installedOn !== null) return { installedOn: unit.installedOn.toISOString().slice(0, 10) };
      const reason = `${caseNumber}: installation accepted / 安装验收`;
      const installedOn = new Date(`${on}T00:00:00Z`);
      await changeUnit(tx, unitId, { installedOn }, { by, at: new Date(at), reason, caseNumber, key });
      return { installedOn: on };
    });
  };
