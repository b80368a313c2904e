import { warrantyOn } from '../../domain/case/warranty';
import type { Prisma } from '../../platform/database';
import type { UnitView } from '../../schemas/unit';

export const WITH_PRODUCT = {
  product: true,
  customer: { select: { id: true, name: true } },
} as const satisfies Prisma.UnitInclude;

export type UnitRow = Prisma.UnitGetPayload<{ include: typeof WITH_PRODUCT }>;

/** The company's own day (`2026-11-22`): warranties end with it. */
export const dayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now,
  );

const dateText = (date: Date): string => date.toISOString().slice(0, 10);

/** A unit with its product, and its warranty as it stands on a day (R6). */
export function unitView(row: UnitRow, today: string): UnitView {
  const { id, serial, product, customer, address } = row;
  const soldOn = dateText(row.soldOn);
  const installedOn = row.installedOn === null ? null : dateText(row.installedOn);
  const state = warrantyOn(today, {
    months: product.warrantyMonths,
    from: product.warrantyFrom === 'sale' ? 'sale' : 'installation',
    soldOn,
    ...(installedOn !== null && { installedOn }),
  });
  return {
    id,
    serial,
    product: {
      code: product.code,
      nameEn: product.nameEn,
      nameZh: product.nameZh,
      family: product.family,
      warrantyMonths: product.warrantyMonths,
      warrantyFrom: product.warrantyFrom,
    },
    customer,
    soldOn,
    installedOn,
    address,
    warranty: { state, on: today },
  };
}
