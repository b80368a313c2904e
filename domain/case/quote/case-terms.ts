import type { Consent } from '../facts';
import type {
  CaseInvoice,
  CaseQuote,
  InvoiceHeader,
  QuoteDecision,
  QuoteInput,
  QuoteHeader,
  VoidReason,
} from './terms';

export interface QuoteCommands {
  readonly prepareQuote: QuoteInput;
  readonly reviseQuote: QuoteInput & { readonly reason: string };
  readonly decideQuote: QuoteDecision;
}

export interface QuoteEvents {
  readonly QuotePrepared: QuoteHeader;
  readonly QuoteDisapproved: { readonly number: string; readonly reason: string };
  readonly QuoteOffered: { readonly number: string; readonly validUntil: string };
  readonly QuoteAccepted: { readonly number: string; readonly consent: Consent };
  readonly QuoteRefused: { readonly number: string; readonly consent: Consent; readonly reason?: string };
  readonly QuoteLapsed: { readonly number: string };
  readonly QuoteVoided: { readonly number: string; readonly reason: VoidReason };
  readonly InvoiceIssued: InvoiceHeader;
  readonly InvoiceCredited: { readonly number: string; readonly reason: 'report-amended' | 'case-cancelled' };
}

export interface QuoteState {
  /** The latest version of the quote (R7), and those before it. */
  readonly quote?: CaseQuote;
  readonly earlierQuotes?: readonly CaseQuote[];
  readonly invoices?: readonly CaseInvoice[];
}
