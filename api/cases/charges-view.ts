import type { Static } from '@sinclair/typebox';
import type { CustomerCharges } from '../../domain/case/quote/charges';
import type { CustomerChargesView } from './charges-schema';

const NOTHING = { priceCents: 0, coveredCents: 0, netCents: 0, taxCents: 0, totalCents: 0 };

export function chargesView(charges: CustomerCharges): Static<typeof CustomerChargesView> {
  if (charges.kind !== 'priced')
    return { kind: charges.kind, currency: null, invoiceNumber: null, lines: [], ...NOTHING };
  const { kind, currency, priceCents, coveredCents, netCents, taxCents, totalCents } = charges;
  return {
    kind,
    currency,
    invoiceNumber: charges.invoiceNumber ?? null,
    lines: charges.lines.map(({ nameEn, nameZh, partNumber, ...line }) => ({
      ...line,
      name: { en: nameEn, zh: nameZh },
      partNumber: partNumber ?? null,
    })),
    priceCents,
    coveredCents,
    netCents,
    taxCents,
    totalCents,
  };
}
