import type { Routes } from '../context';
import { PROBLEMS } from '../http/schema/common';
import { creditNoteTotals, invoiceTotals, listCreditNotes, listInvoices } from './invoices';
import { listQuotes, quoteTotals } from './quotes';
import {
  BillTotalsAnswer,
  CreditNoteListQuery,
  CreditNotePageAnswer,
  CreditNoteTotalsQuery,
  InvoiceListQuery,
  InvoicePageAnswer,
  InvoiceTotalsQuery,
  QuoteListQuery,
  QuotePageAnswer,
  QuoteTotalsQuery,
} from './schema';

const TOTALS = { response: { 200: BillTotalsAnswer, ...PROBLEMS } };

/** Quotes, invoices and credit notes over all cases that the caller sees (R7, R10, R11). */
export const billing: Routes = (app, { database }) => {
  app.get(
    '/v1/quotes',
    {
      // Readers of a case see its quote there, too.
      config: { permission: 'case.read' },
      schema: {
        operationId: 'listQuotes',
        tags: ['billing'],
        summary: 'Quotes of my cases, every version',
        querystring: QuoteListQuery,
        response: { 200: QuotePageAnswer, ...PROBLEMS },
      },
    },
    ({ principal, query }) => listQuotes(database, principal, query),
  );

  app.get(
    '/v1/quotes/totals',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'totalQuotes',
        tags: ['billing'],
        summary: 'Sums of the quotes of my cases, by currency',
        querystring: QuoteTotalsQuery,
        ...TOTALS,
      },
    },
    ({ principal, query }) => quoteTotals(database, principal, query),
  );

  app.get(
    '/v1/invoices',
    {
      config: { permission: 'money.read' },
      schema: {
        operationId: 'listInvoices',
        tags: ['billing'],
        summary: 'Invoices of my cases, each with the note that credits it',
        querystring: InvoiceListQuery,
        response: { 200: InvoicePageAnswer, ...PROBLEMS },
      },
    },
    ({ principal, query }) => listInvoices(database, principal, query),
  );

  app.get(
    '/v1/invoices/totals',
    {
      config: { permission: 'money.read' },
      schema: {
        operationId: 'totalInvoices',
        tags: ['billing'],
        summary: 'Sums of the invoices of my cases, by currency',
        querystring: InvoiceTotalsQuery,
        ...TOTALS,
      },
    },
    ({ principal, query }) => invoiceTotals(database, principal, query),
  );

  app.get(
    '/v1/credit-notes',
    {
      config: { permission: 'money.read' },
      schema: {
        operationId: 'listCreditNotes',
        tags: ['billing'],
        summary: 'Credit notes of my cases, each with the invoice that it takes back',
        querystring: CreditNoteListQuery,
        response: { 200: CreditNotePageAnswer, ...PROBLEMS },
      },
    },
    ({ principal, query }) => listCreditNotes(database, principal, query),
  );

  app.get(
    '/v1/credit-notes/totals',
    {
      config: { permission: 'money.read' },
      schema: {
        operationId: 'totalCreditNotes',
        tags: ['billing'],
        summary: 'Sums of the credit notes of my cases, by currency',
        querystring: CreditNoteTotalsQuery,
        ...TOTALS,
      },
    },
    ({ principal, query }) => creditNoteTotals(database, principal, query),
  );
  return Promise.resolve();
};
