import { nameOf } from '../../identity/actor';

import { boundedQuotes } from '../common/bounded-lists';
import type { EventOf } from '../events';
import type { Fold } from '../fold';
import type { CaseState } from '../state';
import type { QuoteEvents } from './case-terms';
import type { CaseInvoice, CaseQuote, QuoteStatus } from './terms';

/** Quote and invoices after one of their events. */
export const QUOTE_FOLD: Fold<keyof QuoteEvents> = {
  QuotePrepared: prepared,
  QuoteDisapproved: (state, _event, at) => becoming(state, 'disapproved', at),
  QuoteOffered: (state, { data: { validUntil } }, at) => becoming(state, 'offered', at, { validUntil }),
  QuoteAccepted: (state, { data: { consent } }, at) =>
    becoming(state, 'accepted', at, { decided: { consent } }),
  QuoteRefused: (state, { data: { consent, reason } }, at) =>
    becoming(state, 'refused', at, { decided: { consent, ...(reason !== undefined && { reason }) } }),
  QuoteLapsed: (state, _event, at) => becoming(state, 'lapsed', at),
  QuoteVoided: (state, { data }, at) => becoming(state, 'void', at, { voided: data.reason }),
  InvoiceIssued: (state, { data, seq }, at) => ({
    ...state,
    invoices: [...(state.invoices ?? []), { ...data, issuedAt: at, issuedBy: seq }],
  }),
  InvoiceCredited: (state, { data: { number } }, at) => ({
    ...state,
    invoices: (state.invoices ?? []).map((invoice): CaseInvoice =>
      invoice.number === number ? { ...invoice, creditedAt: at } : invoice,
    ),
  }),
};

function becoming(
  state: CaseState,
  status: QuoteStatus,
  at: string,
  more: Partial<CaseQuote> = {},
): CaseState {
  const { quote } = state;
  return quote ? { ...state, quote: { ...quote, ...more, status, statusSince: at } } : state;
}

function prepared(state: CaseState, { data, actor }: EventOf<'QuotePrepared'>, at: string): CaseState {
  const { quote } = state;
  return {
    ...state,
    ...(quote && { earlierQuotes: boundedQuotes([...(state.earlierQuotes ?? []), quote]) }),
    quote: {
      ...data,
      status: data.totalCents === 0 ? 'nothing-to-pay' : 'in-approval',
      statusSince: at,
      preparedAt: at,
      preparedBy: { id: actor.id, name: nameOf(actor) },
    },
  };
}
