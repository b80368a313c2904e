import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api';
import { useMay } from '../session';

export type CaseDetail = Schemas['CaseDetail'];
export type Entry = CaseDetail['timeline']['items'][number];

export const readCase = (number: string) =>
  bodyOf(api.GET('/v1/cases/{number}', { params: { path: { number } } }));

/** A case, whole; what is shown stays while it is read again. */
export const useCase = (number: string) =>
  useQuery({
    queryKey: ['case', number],
    queryFn: () => readCase(number),
  });

/** Costs and invoices of a case, for those who may read them. */
export function useMoney(number: string) {
  const may = useMay();
  return useQuery({
    queryKey: ['case', number, 'money'],
    queryFn: () => bodyOf(api.GET('/v1/cases/{number}/money', { params: { path: { number } } })),
    enabled: may('money.read'),
  });
}

/** Every file that was sent to a case, on record or not. */
export const useAttachments = (number: string) =>
  useQuery({
    queryKey: ['case', number, 'attachments'],
    queryFn: () => bodyOf(api.GET('/v1/cases/{number}/attachments', { params: { path: { number } } })),
    placeholderData: keepPreviousData,
  });
