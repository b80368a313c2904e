import { judgeUnit } from '../../domain/entitlement/judge';
import type { Prisma } from '../../platform/database';
import type { UnitView } from '../../schemas/unit';
import { dayText } from '../entitlement/columns';
import { entitlementFacts, productTerms, WITH_TERMS, type Exclusions } from '../entitlement/facts';
import { verdictView } from './entitlement';

export const WITH_PRODUCT = {
  ...WITH_TERMS,
  customer: { select: { id: true, name: true } },
} as const satisfies Prisma.UnitInclude;

export type UnitRow = Prisma.UnitGetPayload<{ include: typeof WITH_PRODUCT }>;

/** A unit with its product, and what its owner is entitled to on a day (R6). */
export function unitView(row: UnitRow, exclusions: Exclusions, today: string): UnitView {
  const { id, serial, product, customer, address } = row;
  const { from, ...terms } = productTerms(row);
  const verdict = judgeUnit(entitlementFacts(row, exclusions, today), { onDay: today });
  return {
    id,
    serial,
    product: {
      code: product.code,
      nameEn: product.nameEn,
      nameZh: product.nameZh,
      family: product.family,
      warrantyFrom: from,
      ...terms,
    },
    customer,
    soldOn: dayText(row.soldOn),
    installedOn: row.installedOn === null ? null : dayText(row.installedOn),
    address,
    warranty: { state: verdict.state, on: today },
    entitlement: verdictView(verdict),
  };
}
