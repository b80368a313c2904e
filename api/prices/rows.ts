import type { Prisma } from '../../platform/database';

/** A price list, its amounts as numbers: what may be entered fits one exactly. */
export const priceListOf = ({
  labourPriceCents,
  labourCostCents,
  travelPriceCents,
  travelCostCents,
  ...row
}: Prisma.PriceListGetPayload<object>) => ({
  ...row,
  labourPriceCents: Number(labourPriceCents),
  labourCostCents: Number(labourCostCents),
  travelPriceCents: Number(travelPriceCents),
  travelCostCents: Number(travelCostCents),
});

export const partPriceOf = ({ priceCents, costCents, ...row }: Prisma.PartPriceGetPayload<object>) => ({
  ...row,
  priceCents: Number(priceCents),
  costCents: Number(costCents),
});

export type PriceListRow = ReturnType<typeof priceListOf>;
export type PartPriceRow = ReturnType<typeof partPriceOf>;
