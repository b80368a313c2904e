import type { CustomerFacts, UnitFacts } from '../../domain/case/facts';
import { judgeUnit } from '../../domain/entitlement/judge';
import { isServiceLevel, type ServiceLevel } from '../../domain/identity/roles';
import type { Transaction } from '../../platform/database';
import { dayIn } from '../../platform/wall-clock';
import {
  entitlementFacts,
  readExclusions,
  type Exclusions,
  type JudgedDays,
  type UnitWithTerms,
} from '../entitlement/facts';
import { zonesOf } from '../units/zone';

export const serviceLevelOf = (level: string | null): ServiceLevel | undefined =>
  isServiceLevel(level) ? level : undefined;

export const customerFacts = ({
  id,
  name,
  status,
}: {
  id: string;
  name: string;
  status: string;
}): CustomerFacts => ({
  id,
  name,
  status: status === 'prospect' ? 'prospect' : 'active',
});

interface Asked {
  readonly database: Transaction;
  /** When the customer asked. */
  readonly askedAt: Date;
  /** The company's own zone. */
  readonly timeZone: string;
}

/** The unit as a case sees it, with what its entitlement rests on, judged by the day on which the customer asked, where the unit stands (R6). */
export async function unitFacts(
  unit: UnitWithTerms,
  { database, askedAt, timeZone: company }: Asked,
): Promise<UnitFacts> {
  const timeZone = (await zonesOf(database, [unit], company))(unit);
  const days = { readOn: dayIn(timeZone, new Date()), askedOn: dayIn(timeZone, askedAt), timeZone };
  return unitFactsOn(unit, await readExclusions(database), days);
}

/** The same where the exclusions and the days are known. */
export function unitFactsOn(
  unit: UnitWithTerms,
  exclusions: Exclusions,
  days: JudgedDays & { readonly askedOn: string },
): UnitFacts {
  const entitlement = entitlementFacts(unit, exclusions, days);
  return {
    id: unit.id,
    serial: unit.serial,
    productCode: unit.productCode,
    productNameEn: unit.product.nameEn,
    productNameZh: unit.product.nameZh,
    warranty: judgeUnit(entitlement, { onDay: days.askedOn }).state,
    entitlement,
  };
}

/** A regional centre, as far as a case needs it. */
export interface Region {
  readonly id: string;
  readonly serviceLevel: string | null;
}

export interface CaseRegion {
  readonly regionId?: string;
  readonly serviceLevel?: ServiceLevel;
}

export function regionFacts(region: Region | null): CaseRegion {
  if (!region) return {};
  const serviceLevel = serviceLevelOf(region.serviceLevel);
  return { regionId: region.id, ...(serviceLevel && { serviceLevel }) };
}

/** The region that looks after a customer or, where that is unknown, the one the request was taken in by. */
export const regionOf = async (
  tx: Transaction,
  customerRegion: Region | null,
  intakeOrganisationId: string,
): Promise<CaseRegion> => regionFacts(customerRegion ?? (await ownRegion(tx, intakeOrganisationId)));

/** The centre that an organisation belongs to or is; null at headquarters. */
async function ownRegion(tx: Transaction, organisationId: string): Promise<Region | null> {
  const own = await tx.organisation.findUnique({ where: { id: organisationId }, include: { parent: true } });
  if (own?.kind === 'centre') return own;
  return own?.kind === 'outlet' ? own.parent : null;
}
