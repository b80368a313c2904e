import { createSystemClient, type SystemClientOptions } from '../shared/http-client';
import {
  Accounts,
  CaseBalance,
  CaseInvoices,
  Credited,
  Entry,
  Invoice,
  Reversal,
  type FinancePort,
} from './port';

/** The finance port over HTTP: one attempt a call. `close` when done with it. */
export const createFinanceClient = (
  options: SystemClientOptions,
): FinancePort & { close(): Promise<void> } => {
  const client = createSystemClient('finance', options);
  const at = (id: string) => `v1/entries/${encodeURIComponent(id)}`;
  const invoiceAt = (id: string) => `v1/invoices/${encodeURIComponent(id)}`;
  return {
    listAccounts: () => client.call({ method: 'GET', path: 'v1/accounts', answer: Accounts }),
    post: ({ key, ...body }) => client.call({ method: 'POST', path: 'v1/entries', key, body, answer: Entry }),
    entry: (id) => client.call({ method: 'GET', path: at(id), answer: Entry }),
    reverse: ({ key, entryId, ...body }) =>
      client.call({ method: 'POST', path: `${at(entryId)}/reverse`, key, body, answer: Reversal }),
    issueInvoice: ({ key, ...body }) =>
      client.call({ method: 'POST', path: 'v1/invoices', key, body, answer: Invoice }),
    creditInvoice: ({ key, invoiceId, ...body }) =>
      client.call({ method: 'POST', path: `${invoiceAt(invoiceId)}/credit`, key, body, answer: Credited }),
    invoice: (id) => client.call({ method: 'GET', path: invoiceAt(id), answer: Invoice }),
    caseInvoices: (reference) =>
      client.call({
        method: 'GET',
        path: `v1/cases/${encodeURIComponent(reference)}/invoices`,
        answer: CaseInvoices,
      }),
    caseBalance: (reference) =>
      client.call({
        method: 'GET',
        path: `v1/cases/${encodeURIComponent(reference)}/balance`,
        answer: CaseBalance,
      }),
    close: () => client.close(),
  };
};
