import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { useNavigate } from '@tanstack/react-router';
import { api, bodyOf, type Schemas } from '../api';

type Found = Schemas['Found'];
/** Kinds that a page of the console shows, or whose case does. */
const SHOWN_KINDS = ['case', 'customer', 'unit', 'request', 'partsOrder'] as const;
type ShownKind = (typeof SHOWN_KINDS)[number];

export interface Shown extends Pick<Found, 'id' | 'label' | 'detail'> {
  readonly kind: ShownKind;
}

/** Finds of the API for these words. */
export function useFound(q: string): readonly Shown[] {
  const found = useQuery({
    queryKey: ['search', q],
    queryFn: () => bodyOf(api.GET('/v1/search', { params: { query: { q } } })),
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
  });
  if (q.length < 2) return [];
  return (found.data?.groups ?? []).flatMap(({ items }) =>
    items.flatMap(({ kind, id, label, detail }) => {
      const shown = SHOWN_KINDS.find((one) => one === kind);
      return shown ? [{ kind: shown, id, label, detail }] : [];
    }),
  );
}

/** Goes to the page of something found; requests and parts orders are shown by their case. */
export async function goTo({ kind, id }: Shown, navigate: ReturnType<typeof useNavigate>): Promise<void> {
  const toCase = (number: string) => navigate({ to: '/cases/$number', params: { number } });
  switch (kind) {
    case 'case':
      return toCase(id);
    case 'customer':
      return navigate({ to: '/customers/$id', params: { id } });
    case 'unit':
      return navigate({ to: '/units/$id', params: { id } });
    case 'request': {
      const path = { number: id };
      const { caseNumber } = await bodyOf(api.GET('/v1/requests/{number}', { params: { path } }));
      return toCase(caseNumber);
    }
    case 'partsOrder': {
      const path = { number: id };
      const { caseNumber } = await bodyOf(api.GET('/v1/parts-orders/{number}', { params: { path } }));
      return toCase(caseNumber);
    }
  }
}
