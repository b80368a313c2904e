import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api';
import type { CreditNoteFilters, InvoiceFilters, QuoteFilters } from './filters';

interface Paging {
  readonly limit?: number;
  readonly cursor?: string;
}

/** A kind of document as the API has it: its pages, their sums, and the list as a file. */
export interface Kind<Row, Filters> {
  readonly key: string;
  readonly unfiltered: Filters;
  readonly page: (
    filters: Filters,
    paging: Paging,
  ) => Promise<{ readonly items: readonly Row[]; readonly nextCursor: string | null }>;
  readonly totals: (filters: Filters) => Promise<Schemas['BillTotals']>;
  readonly file: (filters: Filters) => Promise<unknown>;
}

const CSV = { headers: { accept: 'text/csv' }, parseAs: 'blob' } as const;

export const QUOTES: Kind<Schemas['QuoteListItem'], QuoteFilters> = {
  key: 'quotes',
  unfiltered: {},
  page: (filters, paging) => bodyOf(api.GET('/v1/quotes', { params: { query: { ...filters, ...paging } } })),
  totals: ({ sort: _order, ...filters }) =>
    bodyOf(api.GET('/v1/quotes/totals', { params: { query: filters } })),
  file: (filters) => bodyOf<unknown>(api.GET('/v1/quotes', { params: { query: filters }, ...CSV })),
};

export const INVOICES: Kind<Schemas['InvoiceListItem'], InvoiceFilters> = {
  key: 'invoices',
  unfiltered: {},
  page: (filters, paging) =>
    bodyOf(api.GET('/v1/invoices', { params: { query: { ...filters, ...paging } } })),
  totals: (filters) => bodyOf(api.GET('/v1/invoices/totals', { params: { query: filters } })),
  file: (filters) => bodyOf<unknown>(api.GET('/v1/invoices', { params: { query: filters }, ...CSV })),
};

export const CREDIT_NOTES: Kind<Schemas['CreditNoteListItem'], CreditNoteFilters> = {
  key: 'credit-notes',
  unfiltered: {},
  page: (filters, paging) =>
    bodyOf(api.GET('/v1/credit-notes', { params: { query: { ...filters, ...paging } } })),
  totals: (filters) => bodyOf(api.GET('/v1/credit-notes/totals', { params: { query: filters } })),
  file: (filters) => bodyOf<unknown>(api.GET('/v1/credit-notes', { params: { query: filters }, ...CSV })),
};

/** Sums of a list by currency; they follow the events of cases, as the list does. */
export const useTotals = <Row, Filters>({ key, totals }: Kind<Row, Filters>, filters: Filters) =>
  useQuery({
    queryKey: ['cases', key, 'totals', filters],
    queryFn: () => totals(filters),
    placeholderData: keepPreviousData,
  });
