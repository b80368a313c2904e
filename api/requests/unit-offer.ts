import type { GivenSerial, UnitOffer } from '../../domain/case/intake/terms';
import type { Database } from '../../platform/database';
import { openCasesOf } from './open-cases';
import type { FoundUnit } from './sender';

interface UnitOwner {
  readonly id: string;
  readonly name: string;
  readonly regionId: string | null;
  readonly openCases: readonly string[];
}

/** Owner of the unit that was found, with their open cases. */
export async function unitOwner(database: Database, { unit }: FoundUnit): Promise<UnitOwner | null> {
  if (!unit) return null;
  const { id, name, regionId } = await database.customer.findUniqueOrThrow({
    where: { id: unit.customerId },
  });
  const open = await openCasesOf(database, id);
  return { id, name, regionId, openCases: open.map(({ number }) => number) };
}

interface Circumstances {
  readonly found: FoundUnit;
  readonly owner: UnitOwner | null;
  /** The unit is the sender's own. */
  readonly isOwn: boolean;
  /** Where the case is. */
  readonly regionId: string | undefined;
}

/**
 * Result of a serial number lookup (R2). A unit of another customer is offered with its owner and their open
 * cases, and never taken as the sender's.
 */
export function unitOffer(
  given: string,
  { found: { unit, isShared }, owner, isOwn, regionId }: Circumstances,
): { readonly serial: GivenSerial; readonly unitOffer?: UnitOffer } {
  if (isOwn) return { serial: { given, match: 'own' } };
  if (!unit || !owner) return { serial: { given, match: isShared ? 'shared' : 'unknown' } };
  // Open cases of another region stay hidden.
  const isHere = owner.regionId === null || owner.regionId === regionId;
  return {
    serial: { given, match: 'offered' },
    unitOffer: {
      unitId: unit.id,
      serial: unit.serial,
      productCode: unit.productCode,
      owner: { id: owner.id, name: owner.name },
      openCases: isHere ? [...owner.openCases] : [],
    },
  };
}
