import type { CustomerFacts, UnitFacts } from '../../domain/case/events';
import { judgeUnit } from '../../domain/entitlement/judge';
import type { OrganisationKind, ServiceLevel } from '../../domain/identity/roles';
import type { Transaction } from '../../platform/database';
import { entitlementFacts, type Exclusions, type UnitWithTerms } from '../entitlement/facts';

const isLevel = (level: string | null): level is ServiceLevel =>
  level === 'A' || level === 'B' || level === 'C';
export const serviceLevelOf = (level: string | null): ServiceLevel | undefined =>
  isLevel(level) ? level : undefined;
export const isOrganisationKind = (kind: string): kind is OrganisationKind =>
  kind === 'hq' || kind === 'centre' || kind === 'outlet';

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

/** The unit as a case sees it, with what its entitlement rests on, judged on the company's own day (R6). */
export function unitFacts(unit: UnitWithTerms, exclusions: Exclusions, onDay: string): UnitFacts {
  const entitlement = entitlementFacts(unit, exclusions, onDay);
  return {
    id: unit.id,
    serial: unit.serial,
    productCode: unit.productCode,
    productNameEn: unit.product.nameEn,
    productNameZh: unit.product.nameZh,
    warranty: judgeUnit(entitlement, { onDay }).state,
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
