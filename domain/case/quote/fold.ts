import type { Recorded } from '../../process/decider';
import { boundedQuotes } from '../common/bounded-lists';
import type { CaseEvent } from '../events';
import type { QuoteEvents } from './case-terms';
import type { CaseInvoice, CaseQuote, QuoteStatus } from './terms';
import type { CaseState } from '../state';

type QuoteEvent = Extract<Recorded<CaseEvent>, { type: Exclude<keyof QuoteEvents, 'CaseLeftUnrepaired'> }>;

/** Quote and invoices after one of their events. */
export function withQuote(state: CaseState, event: QuoteEvent, at: string): CaseState {
  const { quote } = state;
  const become = (status: QuoteStatus, more: Partial<CaseQuote> = {}): CaseState =>
    quote ? { ...state, quote: { ...quote, ...more, status, statusSince: at } } : state;
  switch (event.type) {
    case 'QuotePrepared':
      return {
        ...state,
        ...(quote && { earlierQuotes: boundedQuotes([...(state.earlierQuotes ?? []), quote]) }),
        quote: {
          ...event.data,
          status: event.data.totalCents === 0 ? 'nothing-to-pay' : 'in-approval',
          statusSince: at,
          preparedAt: at,
          preparedBy: {
            id: event.actor.id,
            name: event.actor.kind === 'system' ? 'Aftercare' : event.actor.name,
          },
        },
      };
    case 'QuoteDisapproved':
      return become('disapproved');
    case 'QuoteOffered':
      return become('offered', { validUntil: event.data.validUntil });
    case 'QuoteAccepted':
      return become('accepted', { decided: { consent: event.data.consent } });
    case 'QuoteRefused': {
      const { consent, reason } = event.data;
      return become('refused', { decided: { consent, ...(reason !== undefined && { reason }) } });
    }
    case 'QuoteLapsed':
      return become('lapsed');
    case 'QuoteVoided':
      return become('void', { voided: event.data.reason });
    case 'InvoiceIssued':
      return {
        ...state,
        invoices: [...(state.invoices ?? []), { ...event.data, issuedAt: at, issuedBy: event.seq }],
      };
    case 'InvoiceCredited':
      return {
        ...state,
        invoices: (state.invoices ?? []).map((invoice): CaseInvoice =>
          invoice.number === event.data.number ? { ...invoice, creditedAt: at } : invoice,
        ),
      };
  }
}
