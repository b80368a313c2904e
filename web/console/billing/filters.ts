import type { paths } from '../../generated/api';

type QueryOf<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Query } };
}
  ? NonNullable<Query>
  : never;

/** Filters as they stand in the address: a link to a list is a link to what was seen. */
export type QuoteFilters = Omit<QueryOf<'/v1/quotes'>, 'limit' | 'cursor'>;
export type InvoiceFilters = Omit<QueryOf<'/v1/invoices'>, 'limit' | 'cursor'>;
export type CreditNoteFilters = Omit<QueryOf<'/v1/credit-notes'>, 'limit' | 'cursor'>;
export type PriceFilters = Pick<QueryOf<'/v1/part-prices'>, 'q' | 'standing'>;

/** Begins with the quotes that wait for their customer, the first to expire before the others. */
export const WAITING = { status: 'offered', sort: 'validUntil' } as const satisfies QuoteFilters;

// The API says what is wrong with a value that it does not know; here only the shape is held.
const texts = (search: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = search[key];
      if (typeof value === 'number') return [[key, String(value)]];
      return typeof value === 'string' && value !== '' ? [[key, value]] : [];
    }),
  );

const COMMON = ['currency', 'q', 'from', 'to'];
export const quoteFilters = (search: Record<string, unknown>): QuoteFilters =>
  texts(search, ['status', 'sort', ...COMMON]);
export const invoiceFilters = (search: Record<string, unknown>): InvoiceFilters =>
  texts(search, ['status', ...COMMON]);
export const creditNoteFilters = (search: Record<string, unknown>): CreditNoteFilters =>
  texts(search, COMMON);
export const priceFilters = (search: Record<string, unknown>): PriceFilters =>
  texts(search, ['q', 'standing']);
