import type { Prisma } from '../../platform/database';
import { dayText, specialView, termsView } from '../entitlement/columns';
import { WITH_WARRANTY } from '../entitlement/facts';
import type { ProductView } from '../units/product-schema';

/** A product with its terms, and with who named it as it is. */
export const WITH_CHANGES = {
  ...WITH_WARRANTY,
  changes: { orderBy: { version: 'asc' } },
} as const satisfies Prisma.ProductInclude;
export type ProductRow = Prisma.ProductGetPayload<{ include: typeof WITH_CHANGES }>;

export const productView = ({ terms, changes, ...product }: ProductRow): ProductView => {
  const { code, nameEn, nameZh, family, version } = product;
  const later = terms.map((one) => ({
    soldFrom: dayText(one.soldFrom),
    ...termsView(one),
    ...specialView(one),
    createdAt: one.createdAt.toISOString(),
    createdBy: one.createdBy,
  }));
  // The first terms are entered with the product itself.
  const [entered] = changes.filter((change) => change.version === 1);
  const first = {
    soldFrom: null,
    ...termsView(product),
    ...specialView(product),
    createdAt: entered?.at.toISOString() ?? null,
    createdBy: entered?.by ?? null,
  };
  return {
    ...{ code, nameEn, nameZh, family, version },
    terms: [...later, first],
    changes: changes.map(({ productCode: _code, at, ...change }) => ({ ...change, at: at.toISOString() })),
  };
};
