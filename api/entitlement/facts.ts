import type { DatedRule, EntitlementFacts } from '../../domain/entitlement/terms';
import type { Prisma, Transaction } from '../../platform/database';
import { dayText, sharesView, termsView } from './columns';

/** A product with the terms of units sold since, latest first. */
export const WITH_WARRANTY = {
  terms: { orderBy: { soldFrom: 'desc' } },
} as const satisfies Prisma.ProductInclude;

/** What a unit's entitlement is judged by, beside the policy's rules. */
export const WITH_TERMS = {
  product: { include: WITH_WARRANTY },
  contracts: { include: { contract: true } },
} as const satisfies Prisma.UnitInclude;
export type UnitWithTerms = Prisma.UnitGetPayload<{ include: typeof WITH_TERMS }>;

export type Exclusions = Pick<EntitlementFacts['warranty'], 'excludedCauses' | 'wearParts'>;

/** The company's own day (`2026-11-22`): warranties end with it. */
export const dayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now,
  );

/** What no warranty pays for, with the days from and to which it holds. */
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

/** What was promised with a unit when it was sold: the latest terms of its day, else those that its product was entered with. */
export const productTerms = ({ product, soldOn }: Pick<UnitWithTerms, 'product' | 'soldOn'>) =>
  termsView(product.terms.find(({ soldFrom }) => soldFrom <= soldOn) ?? product);

/** Everything a verdict on the unit rests on (R6). @param readOn the company's own day. */
export const entitlementFacts = (
  unit: UnitWithTerms,
  exclusions: Exclusions,
  readOn: string,
): EntitlementFacts => ({
  readOn,
  warranty: {
    ...productTerms(unit),
    soldOn: dayText(unit.soldOn),
    ...(unit.installedOn && { installedOn: dayText(unit.installedOn) }),
    ...exclusions,
  },
  contracts: unit.contracts
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
