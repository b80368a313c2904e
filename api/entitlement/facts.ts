import type {
  DatedRule,
  EntitlementFacts,
  ReplacedUnit,
  WarrantyDates,
} from '../../domain/entitlement/terms';
import type { Prisma, Transaction } from '../../platform/database';
import { dayText, sharesView, specialView, termsView } from './columns';

/** A product with the terms of units sold since, latest first. */
export const WITH_WARRANTY = {
  terms: { orderBy: { soldFrom: 'desc' } },
} as const satisfies Prisma.ProductInclude;

/** Relations that a unit's entitlement depends on, beside the policy's rules. */
export const WITH_TERMS = {
  product: { include: WITH_WARRANTY },
  contracts: { include: { contract: true } },
  first: { include: { product: { include: WITH_WARRANTY } } },
  replaces: { select: { id: true, serial: true } },
  customer: { select: { id: true, name: true, region: { select: { calendar: true } } } },
} as const satisfies Prisma.UnitInclude;
export type UnitWithTerms = Prisma.UnitGetPayload<{ include: typeof WITH_TERMS }>;

export type Exclusions = Pick<EntitlementFacts['warranty'], 'excludedCauses' | 'wearParts'>;

/** Exclusions from every warranty, each with its period of validity. */
export async function readExclusions(tx: Transaction): Promise<Exclusions> {
  const rows = await tx.entitlementRule.findMany({ orderBy: { id: 'asc' } });
  const of = (kind: string): DatedRule[] =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ value, effectiveFrom, effectiveTo }) => ({
        value,
        from: dayText(effectiveFrom),
        ...(effectiveTo && { to: dayText(effectiveTo) }),
      }));
  return { excludedCauses: of('excluded-cause'), wearParts: of('wear-part') };
}

type Sold = Pick<UnitWithTerms, 'product' | 'soldOn'>;
const soldWith = ({ product, soldOn }: Sold) =>
  product.terms.find(({ soldFrom }) => soldFrom <= soldOn) ?? product;

/** The promise made with a unit when it was sold: the latest terms of its day, else those that its product was entered with. */
export const productTerms = (unit: Sold) => termsView(soldWith(unit));

/** The days on which a verdict rests, in the zone of the place where the unit stands. */
export interface JudgedDays {
  readonly readOn: string;
  readonly askedOn?: string;
  readonly timeZone: string;
}

/** Everything a verdict on the unit rests on (R6). */
export const entitlementFacts = (
  unit: UnitWithTerms,
  exclusions: Exclusions,
  days: JudgedDays,
): EntitlementFacts => ({
  ...days,
  warranty: {
    ...productTerms(unit),
    ...datesOf(unit),
    special: specialView(soldWith(unit)),
    ...replacedBy(unit),
    ...(unit.transferredOn && { transferredOn: dayText(unit.transferredOn) }),
    ...exclusions,
  },
  // A contract stays with the owner who made it.
  contracts: unit.contracts
    .filter(({ contract }) => contract.customerId === unit.customerId)
    .map(({ contract }) => ({
      number: contract.number,
      from: dayText(contract.validFrom),
      to: dayText(contract.validTo),
      ...sharesView(contract),
      wearParts: contract.wearParts,
      causes: contract.causes,
    }))
    .sort((left, right) => left.from.localeCompare(right.from)),
});

const datesOf = ({
  soldOn,
  deliveredOn,
  installedOn,
}: Pick<UnitWithTerms, 'soldOn' | 'deliveredOn' | 'installedOn'>): WarrantyDates => ({
  soldOn: dayText(soldOn),
  ...(deliveredOn && { deliveredOn: dayText(deliveredOn) }),
  ...(installedOn && { installedOn: dayText(installedOn) }),
});

function replacedBy({ first, replaces, replacedOn }: UnitWithTerms): { readonly replaces?: ReplacedUnit } {
  if (!first || !replaces || !replacedOn) return {};
  const { from, labour, parts, travel } = productTerms(first);
  const terms = { from, labour, parts, travel };
  return { replaces: { serial: replaces.serial, on: dayText(replacedOn), dates: datesOf(first), terms } };
}
