import { COVERAGE_ITEMS } from '../../entitlement/terms';
import { linesDone, linesOfDeclined, type WorkDone } from '../../money/invoice';
import { totalsOf } from '../../quote/price';
import type { DocumentTotals, QuoteLine } from '../../quote/terms';
import { sharesInForce } from '../entitlement/shares';
import { coveredOf } from './quote';
import type { CaseInvoice, CaseQuote } from './terms';
import type { ServiceReport } from '../report/terms';
import type { CaseState } from '../state';

/** A thing that was done or fitted, as its customer pays for it. Integer minor units. */
export interface ChargedLine extends Pick<
  QuoteLine,
  'item' | 'partNumber' | 'nameEn' | 'nameZh' | 'quantity' | 'unit' | 'unitPriceCents' | 'priceCents'
> {
  /** Share that warranty or contract covers. */
  readonly coveredCents: number;
  readonly customerCents: number;
}

/**
 * The customer's charges for a service, without internal costs. `priced`: by an accepted or declined quote;
 * `free`: warranty or contract covers all, and no price was set; `none`: this document charges nothing.
 */
export type CustomerCharges =
  | { readonly kind: 'free' | 'none' }
  | (DocumentTotals & {
      readonly kind: 'priced';
      readonly currency: string;
      readonly taxBasisPoints: number;
      readonly lines: readonly ChargedLine[];
      readonly priceCents: number;
      readonly coveredCents: number;
      /** Number of the effective invoice. */
      readonly invoiceNumber?: string;
    });

/**
 * The customer's charges for a reported service.
 * @param served the case when the service was reported. @param invoices every invoice of the case as it is
 * now.
 */
export function chargesOfReport(
  served: CaseState,
  report: ServiceReport,
  invoices: readonly CaseInvoice[] = served.invoices ?? [],
): CustomerCharges {
  const { quote, visits = [] } = served;
  if (quote?.status !== 'accepted' && quote?.status !== 'nothing-to-pay')
    return { kind: isCovered(served) ? 'free' : 'none' };
  const { labourMinutes, travelMinutes, partsUsed = [] } = report;
  const done: WorkDone = { labourMinutes, travelMinutes, trips: visits.length, partsUsed };
  return priced(quote, linesDone(quote, done, coveredOf(served)), invoices);
}

/** Charges of a customer who declined the quote, or let it lapse. */
export function chargesOfDeclined({ quote, visits = [], invoices = [] }: CaseState): CustomerCharges {
  const lines = quote ? linesOfDeclined(quote, visits.length) : [];
  return quote && lines.length > 0 ? priced(quote, lines, invoices) : { kind: 'none' };
}

/** Where an invoice stands, its amounts are what is owed, whatever the entitlement has become since. */
function priced(
  quote: CaseQuote,
  all: readonly QuoteLine[],
  invoices: readonly CaseInvoice[],
): CustomerCharges {
  const invoice = invoices.find(
    ({ quoteNumber, creditedAt }) => quoteNumber === quote.number && creditedAt === undefined,
  );
  const owed = [...(invoice?.lines ?? [])];
  const lines = all
    .filter(({ quantity }) => quantity > 0)
    .map((line): ChargedLine => {
      const at = owed.findIndex(
        ({ item, partNumber, quantity }) =>
          item === line.item && partNumber === line.partNumber && quantity === line.quantity,
      );
      const [found] = at < 0 ? [] : owed.splice(at, 1);
      return shown(line, found?.amountCents ?? (invoice ? 0 : line.customerCents));
    });
  const { taxBasisPoints, currency } = quote;
  const { netCents, taxCents, totalCents } = invoice ?? totalsOf(lines, taxBasisPoints);
  return {
    kind: 'priced',
    currency,
    taxBasisPoints,
    lines,
    priceCents: lines.reduce((sum, line) => sum + line.priceCents, 0),
    coveredCents: lines.reduce((sum, line) => sum + line.coveredCents, 0),
    netCents,
    taxCents,
    totalCents,
    ...(invoice && { invoiceNumber: invoice.number }),
  };
}

const shown = (
  { item, partNumber, nameEn, nameZh, quantity, unit, unitPriceCents, priceCents }: QuoteLine,
  customerCents: number,
): ChargedLine => ({
  item,
  ...(partNumber !== undefined && { partNumber }),
  nameEn,
  nameZh,
  quantity,
  unit,
  unitPriceCents,
  priceCents,
  coveredCents: priceCents - customerCents,
  customerCents,
});

/** R6: free of charge. */
function isCovered({ entitlement, warranty }: CaseState): boolean {
  const shares = sharesInForce(entitlement ?? {});
  return shares ? COVERAGE_ITEMS.every((item) => shares[item] === 100) : warranty === 'in-warranty';
}
