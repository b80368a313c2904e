import type { Calls } from '../effects';
import type { CaseEventType } from '../events';
import { creditInvoice, issueInvoice } from './invoices';

export const QUOTE_CALLS = {
  InvoiceIssued: (state, { data }) => [issueInvoice(state, data)],
  InvoiceCredited: (state, { data }) => creditInvoice(state, data),
} satisfies Calls<CaseEventType>;
