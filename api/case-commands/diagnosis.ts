import type { CaseCommandData } from '../../domain/case/commands';
import {
  CAUSE_CATEGORIES,
  type CauseFacts,
  type FaultFacts,
  type RepairHistory,
} from '../../domain/case/flows/repair/facts';
import type { ServiceLevel } from '../../domain/identity/roles';
import type { Config } from '../../platform/config';
import type { Database, Prisma } from '../../platform/database';
import type { Logger } from '../../platform/logger';
import type { WireData } from './schema';
import { oneOf } from '../http/one-of';
import { planTotal } from '../prices/plan-cost';
import { ApiError } from '../http/problems';

/** Longer than any policy looks back. */
const LOOK_BACK_MS = 2 * 366 * 86_400_000;
const MOST_EARLIER = 20;

interface Finding {
  readonly database: Database;
  readonly config: Config;
  readonly logger: Logger;
  readonly processId: string;
  readonly serviceLevel: ServiceLevel | undefined;
}

/**
 * A diagnosis with what the registers say of its codes, what its parts cost (R17), and which repairs of the same fault the unit has had (R14).
 * @throws {ApiError} REQUEST.REFERENCE_UNKNOWN for a code that is not in force.
 */
export async function diagnosisFacts(
  finding: Finding,
  { faultCode, causeCode, parts = [], estimatedCost, ...rest }: WireData<'diagnose'>,
  path: string,
): Promise<CaseCommandData['diagnose']> {
  const { database, processId: caseNumber } = finding;
  const [fault, cause] = await Promise.all([
    faultFacts(database, faultCode, `${path}.faultCode`),
    causeFacts(database, causeCode, `${path}.causeCode`),
  ]);
  const { serviceLevel } = finding;
  const { cost } = await planTotal(finding, { parts, estimate: estimatedCost, serviceLevel });
  return {
    ...rest,
    ...(cost && {
      cost: { ...cost, ...(cost.source === 'estimate' && estimatedCost && { estimate: estimatedCost }) },
    }),
    parts,
    fault,
    cause,
    history: await repairHistory(database, caseNumber, fault.code),
  };
}

async function faultFacts(database: Database, code: string, field: string): Promise<FaultFacts> {
  const row = await database.faultCode.findFirst({ where: { code, active: true } });
  if (!row) throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field, value: code }, field);
  return { code: row.code, nameEn: row.nameEn, nameZh: row.nameZh };
}

async function causeFacts(database: Database, code: string, field: string): Promise<CauseFacts> {
  const row = await database.causeCode.findFirst({ where: { code, active: true } });
  if (!row) throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field, value: code }, field);
  const { nameEn, nameZh } = row;
  return { code: row.code, nameEn, nameZh, category: oneOf(CAUSE_CATEGORIES, row.category) };
}

async function repairHistory(
  database: Database,
  caseNumber: string,
  faultCode: string,
): Promise<RepairHistory> {
  const current = await database.serviceCase.findUnique({
    where: { number: caseNumber },
    select: { unitId: true },
  });
  const unit =
    current?.unitId == null
      ? null
      : await database.unit.findUnique({ where: { id: current.unitId }, include: { product: true } });
  const repeatWithinDays = await repeatDays(database, unit?.product.family);
  if (!unit) return { earlier: [], repeatWithinDays };
  const repairs = {
    unitId: unit.id,
    number: { not: caseNumber },
    repairedAt: { gte: new Date(Date.now() - LOOK_BACK_MS) },
  };
  const [earlier, others] = [
    await repairsWhere(database, { ...repairs, faultCode }),
    await repairsWhere(database, { ...repairs, faultCode: { not: faultCode } }),
  ];
  const codes = await database.faultCode.findMany({
    where: { code: { in: others.map((one) => one.faultCode ?? '') } },
  });
  const otherFaults = others.map(({ faultCode: code, ...repair }) => {
    const fault = codes.find((known) => known.code === code);
    return {
      ...repair,
      ...(fault && { fault: { code: fault.code, nameEn: fault.nameEn, nameZh: fault.nameZh } }),
    };
  });
  return {
    repeatWithinDays,
    earlier: earlier.map(({ faultCode: _same, ...repair }) => repair),
    ...(otherFaults.length > 0 && { otherFaults }),
  };
}

/** The latest first. */
async function repairsWhere(database: Database, where: Prisma.ServiceCaseWhereInput) {
  const rows = await database.serviceCase.findMany({
    where,
    orderBy: { repairedAt: 'desc' },
    take: MOST_EARLIER,
    select: { number: true, repairedAt: true, engineerId: true, faultCode: true },
  });
  return rows.flatMap(({ number, repairedAt, engineerId, faultCode }) =>
    repairedAt === null
      ? []
      : [
          {
            caseNumber: number,
            repairedAt: repairedAt.toISOString(),
            faultCode,
            ...(engineerId !== null && { engineerId }),
          },
        ],
  );
}

/** The policy in force for the product's family; else the one for all. None: nothing is a repeat. */
async function repeatDays(database: Database, family: string | undefined): Promise<number> {
  const policies = await database.repeatRepairPolicy.findMany({
    where: {
      effectiveFrom: { lte: new Date() },
      OR: [{ productFamily: null }, ...(family === undefined ? [] : [{ productFamily: family }])],
    },
    orderBy: { effectiveFrom: 'desc' },
  });
  const own = policies.find(({ productFamily }) => productFamily !== null);
  return (own ?? policies[0])?.withinDays ?? 0;
}
