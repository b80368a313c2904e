import type { DocumentTotals, QuoteLine } from '../quote/terms';

export interface InvoiceLine extends Pick<
  QuoteLine,
  'item' | 'partNumber' | 'nameEn' | 'nameZh' | 'quantity' | 'unit'
> {
  readonly amountCents: number;
}
/** A claim on the customer: by what was agreed, for what was done. Minor units of its currency. */
export interface InvoiceContent extends DocumentTotals {
  readonly currency: string;
  readonly taxBasisPoints: number;
  readonly lines: readonly InvoiceLine[];
}
