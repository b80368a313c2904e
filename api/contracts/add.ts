import { isDeepStrictEqual } from 'node:util';
import type { Principal } from '../../domain/identity/principal';
import { Prisma, type Database, type Transaction } from '../../platform/database';
import type { NewContract } from './schema';
import { ApiError, badRequest } from '../http/problems';
import { isInScope } from '../access/scope';
import { dateOf, sharesColumns } from '../entitlement/columns';

export const WITH_UNITS = {
  units: { orderBy: { unitId: 'asc' } },
} as const satisfies Prisma.ServiceContractInclude;
export type ContractRow = Prisma.ServiceContractGetPayload<{ include: typeof WITH_UNITS }>;

/**
 * Adds a contract; the same sent again changes nothing. On one unit there is one contract a day, so that it is plain which one pays.
 * @throws {ApiError} naming the field; nothing has changed then.
 */
export async function addContract(
  database: Database,
  contract: NewContract,
  principal: Principal,
  now: Date,
): Promise<{ readonly row: ContractRow; readonly isNew: boolean }> {
  if (contract.validTo < contract.validFrom)
    throw badRequest('validTo', {
      en: 'the end must not be before the start',
      zh: '结束日期不得早于开始日期',
    });
  // Out of scope: answer as if the customer did not exist.
  if (!(await isInScope(database, principal.scope, 'customer', contract.customerId)))
    throw unknown('customerId', contract.customerId);
  return database.$transaction(async (tx) => {
    await lockUnits(tx, contract);
    const { number } = contract;
    const earlier = await tx.serviceContract.findUnique({ where: { number }, include: WITH_UNITS });
    if (earlier) {
      if (!isSame(earlier, contract)) throw new ApiError('CONTRACT.EXISTS', { what: number }, 'number');
      return { row: earlier, isNew: false };
    }
    await refuseOverlap(tx, contract);
    const row = await tx.serviceContract.create({
      data: {
        ...dataOf(contract),
        createdAt: now,
        createdBy: principal.actor.id,
        units: { create: contract.unitIds.map((unitId) => ({ unitId })) },
      },
      include: WITH_UNITS,
    });
    return { row, isNew: true };
  });
}

const unknown = (field: string, value: string): ApiError =>
  new ApiError('REQUEST.REFERENCE_UNKNOWN', { field, value }, field);

const dataOf = ({
  number,
  customerId,
  validFrom,
  validTo,
  wearParts = false,
  causes = [],
  ...shares
}: NewContract) => ({
  number,
  customerId,
  validFrom: dateOf(validFrom),
  validTo: dateOf(validTo),
  ...sharesColumns(shares),
  wearParts,
  causes: [...causes].sort(),
});

function isSame(row: ContractRow, contract: NewContract): boolean {
  const { units, createdAt: _at, createdBy: _by, ...rest } = row;
  const unitIds = units.map(({ unitId }) => unitId).sort();
  return isDeepStrictEqual(
    { ...rest, unitIds },
    { ...dataOf(contract), unitIds: [...contract.unitIds].sort() },
  );
}

/** Two contracts for one unit follow one another here. The number is locked as well: it may be sent twice at once. */
async function lockUnits(tx: Transaction, { number, unitIds, customerId }: NewContract): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`contract:${number}`}, 0))`;
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM unit WHERE id IN (${Prisma.join(unitIds)}) AND customer_id = ${customerId} ORDER BY id FOR UPDATE`;
  unitIds.forEach((id, index) => {
    if (!found.some((unit) => unit.id === id)) throw unknown(`unitIds.${index}`, id);
  });
}

async function refuseOverlap(tx: Transaction, { unitIds, validFrom, validTo }: NewContract): Promise<void> {
  const other = await tx.serviceContractUnit.findFirst({
    where: {
      unitId: { in: unitIds },
      contract: { validFrom: { lte: dateOf(validTo) }, validTo: { gte: dateOf(validFrom) } },
    },
  });
  if (!other) return;
  const field = `unitIds.${unitIds.indexOf(other.unitId)}`;
  throw new ApiError('CONTRACT.OVERLAPS', { unit: other.unitId, number: other.contractNumber }, field);
}
