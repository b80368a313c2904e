import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api';
import type { CallDraft } from './draft';

/** The desk's knowledge of a caller, by number or by the clerk's choice. */
export interface CallerFile {
  readonly customer: Schemas['CustomerSummary'];
  readonly contactName: string | null;
  readonly units: readonly Schemas['Unit'][];
  readonly openCases: readonly (Schemas['CaseSummary'] & {
    readonly promises?: readonly Schemas['Clock'][];
  })[];
  readonly recentCases: readonly Schemas['CaseSummary'][];
}

/** Everything that a number stands for; the choice of the clerk goes before what the number says. */
export function useCaller(number: string, chosen: CallDraft['customer']) {
  const callers = useQuery({
    queryKey: ['cases', 'caller', number],
    queryFn: () => bodyOf(api.GET('/v1/callers', { params: { query: { phone: number } } })),
    enabled: number !== '',
    placeholderData: keepPreviousData,
  });
  const found = callers.data?.items ?? [];
  const byNumber = chosen ? found.find(({ customer }) => customer.id === chosen.id) : undefined;
  const elsewhere = chosen && !byNumber ? chosen.id : undefined;
  const other = useQuery({
    queryKey: ['cases', 'customer', elsewhere],
    queryFn: () => bodyOf(api.GET('/v1/customers/{id}', { params: { path: { id: elsewhere ?? '' } } })),
    enabled: elsewhere !== undefined,
  });
  const first = chosen === undefined && found.length === 1 ? found[0] : undefined;
  const file: CallerFile | undefined =
    byNumber ??
    first ??
    (other.data && {
      customer: other.data,
      contactName: null,
      units: other.data.units,
      openCases: other.data.openCases,
      recentCases: [],
    });
  return { callers, found, file };
}

/** Customers whose name, number or address has these words. */
export const useCustomersLike = (q: string) =>
  useQuery({
    queryKey: ['customers', 'like', q],
    queryFn: () => bodyOf(api.GET('/v1/customers', { params: { query: { q, limit: 6 } } })),
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
  });
