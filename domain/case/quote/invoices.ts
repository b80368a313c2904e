import { invoiceFor, invoiceForDeclined } from '../../money/invoice';
import type { InvoiceContent, InvoiceLine } from '../../money/invoice-terms';
import type { QuoteUnit } from '../../quote/terms';
import { coveredOf } from './quote';
import type { CaseEffect } from '../common/call-terms';
import type { CaseEvent } from '../events';
import type { ServiceReport } from '../report/terms';
import type { CaseInvoice, InvoiceHeader } from './terms';
import { complete } from '../report/service-report';
import type { CaseState, RegisteredCase } from '../state';

/** The invoice that stands for the service under way; earlier ones have been credited. */
const standingInvoice = ({ invoices = [] }: Pick<CaseState, 'invoices'>): CaseInvoice | undefined =>
  invoices.find(
    ({ creditedAt, isOfEarlierService }) => creditedAt === undefined && isOfEarlierService === undefined,
  );

/** R10: with the report the customer's share of what was done is charged, by the quote that they accepted. */
export const chargeReport = (state: RegisteredCase, report: ServiceReport): CaseEvent[] =>
  issued(state, contentOf(state, report));

/** A corrected report corrects what was charged: the invoice is credited whole, and another issued, where they differ (ADR 19). */
export function chargeAmended(state: RegisteredCase, report: ServiceReport): CaseEvent[] {
  const standing = standingInvoice(state);
  const content = contentOf(state, report);
  if (standing ? content && isSame(standing, content) : !content) return [];
  return [...credited(state, 'report-amended'), ...issued(state, content)];
}

/** The customer who declined pays for the trips made, where the quote's terms say so. */
export function chargeDeclined(state: RegisteredCase): CaseEvent[] {
  const { quote, visits = [] } = state;
  return quote ? issued(state, invoiceForDeclined(quote, visits.length)) : [];
}

/**
 * Credits the effective invoices; the crediting command requests the call itself. A cancelled case credits
 * all its charges.
 */
export function credited(state: RegisteredCase, reason: 'report-amended' | 'case-cancelled'): CaseEvent[] {
  const { invoices = [] } = state;
  const standing = standingInvoice(state);
  return invoices
    .filter((invoice) =>
      reason === 'case-cancelled' ? invoice.creditedAt === undefined : invoice === standing,
    )
    .map(({ number }) => ({ type: 'InvoiceCredited', data: { number, reason } }));
}

function contentOf(state: RegisteredCase, filed: ServiceReport): InvoiceContent | undefined {
  const { quote, visits = [] } = state;
  if (quote?.status !== 'accepted') return undefined;
  const { labourMinutes, travelMinutes, partsUsed = [] } = complete(state, filed);
  return invoiceFor(
    quote,
    { labourMinutes, travelMinutes, trips: visits.length, partsUsed },
    coveredOf(state),
  );
}

function issued(state: RegisteredCase, content: InvoiceContent | undefined): CaseEvent[] {
  const { quote, registration, customer, invoices = [] } = state;
  if (!content || !quote) return [];
  const paper: InvoiceHeader = {
    ...content,
    number: `${registration.caseNumber}-I${invoices.length + 1}`,
    quoteNumber: quote.number,
    party: customer?.id ?? registration.requestNumber,
  };
  return [{ type: 'InvoiceIssued', data: paper }];
}

const isSame = (invoice: CaseInvoice, { lines, totalCents }: InvoiceContent): boolean =>
  invoice.totalCents === totalCents &&
  JSON.stringify(invoice.lines.map(key)) === JSON.stringify(lines.map(key));
/** Without the order of its members, which changes on the way through PostgreSQL. */
const key = ({ item, partNumber, quantity, amountCents }: InvoiceLine) => [
  item,
  partNumber ?? null,
  quantity,
  amountCents,
];

/** The number of the note that credits an invoice. */
export const creditNumberOf = (invoiceNumber: string): string => `${invoiceNumber}-C`;

/** Asks finance for the invoice, and says what takes it back. */
export function issueInvoice(
  state: RegisteredCase,
  { number, quoteNumber: _quote, lines, ...rest }: InvoiceHeader,
): CaseEffect {
  return {
    kind: 'call',
    call: 'issueInvoice',
    input: {
      ...rest,
      number,
      reference: state.registration.caseNumber,
      lines: lines.map((line) => ({
        item: line.item,
        description: describe(line),
        amountCents: line.amountCents,
      })),
    },
    undo: { call: 'creditInvoice', input: { number: creditNumberOf(number) } },
  };
}

/** Credited for itself; when the case is cancelled, everything is taken back at once. */
export function creditInvoice(
  { invoices = [] }: RegisteredCase,
  { number, reason }: { readonly number: string; readonly reason: string },
): CaseEffect[] {
  const invoice = invoices.find((one) => one.number === number);
  return invoice && reason !== 'case-cancelled' ? [{ kind: 'undoOf', seq: invoice.issuedBy }] : [];
}

const UNIT_WORDS: Readonly<Record<QuoteUnit, string>> = {
  piece: '件 pcs',
  minute: '分钟 min',
  trip: '次 trip',
  visit: '次 visit',
};

/** For a ledger that both languages read. */
const describe = ({ nameZh, nameEn, partNumber, quantity, unit }: InvoiceLine): string =>
  `${nameZh} ${nameEn}${partNumber === undefined ? '' : ` (${partNumber})`} × ${quantity} ${UNIT_WORDS[unit]}`.slice(
    0,
    500,
  );
