import { QUOTE_STATUS_NAMES, type CaseQuote } from '../../domain/case/quote/terms';
import type { QuoteView } from './quote-schema';

/** The quote without what it costs us. */
export const quoteView = ({ lines, note, validUntil, ...quote }: CaseQuote): QuoteView => ({
  number: quote.number,
  version: quote.version,
  status: quote.status,
  statusNames: QUOTE_STATUS_NAMES[quote.status],
  currency: quote.currency,
  lines: lines.map(({ nameEn, nameZh, partNumber, ...line }) => ({
    item: line.item,
    name: { en: nameEn, zh: nameZh },
    partNumber: partNumber ?? null,
    quantity: line.quantity,
    unit: line.unit,
    unitPriceCents: line.unitPriceCents,
    priceCents: line.priceCents,
    coveredPercent: line.coveredPercent,
    customerCents: line.customerCents,
  })),
  netCents: quote.netCents,
  taxCents: quote.taxCents,
  totalCents: quote.totalCents,
  validUntil: validUntil ?? null,
  note: note ?? null,
});
