import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, bodyOf, type Schemas } from '../api';
import { readOrKept } from '../outbox/kept';
import { useMe } from '../session';

export type Visit = Schemas['MyVisit'];
const PATIENCE_MS = 15_000;
const soon = (): AbortSignal => AbortSignal.timeout(PATIENCE_MS);

/** The caller's day: from this machine where Aftercare cannot be reached. */
export function useDay() {
  const { id } = useMe();
  return useQuery({
    // Read again when a process has moved, as the schedule is.
    queryKey: ['schedule', 'mine', id],
    queryFn: () => readOrKept(`day:${id}`, () => bodyOf(api.GET('/v1/me/visits', { signal: soon() }))),
    networkMode: 'always',
    retry: false,
    refetchInterval: 120_000,
  });
}

/** Forms of commands, and the codes of a diagnosis: read with each day, so that they are there without a connection. */
export function useForms() {
  return useQuery({
    queryKey: ['forms'],
    queryFn: () =>
      readOrKept('forms', async () => {
        const [forms, codes] = await Promise.all([
          bodyOf(api.GET('/v1/commands', { signal: soon() })),
          bodyOf(api.GET('/v1/diagnosis-codes', { signal: soon() })),
        ]);
        return { forms: forms.items.filter(({ process }) => process === 'case'), codes };
      }),
    networkMode: 'always',
    retry: false,
    staleTime: 600_000,
  });
}

/** Puts the names of codes that were kept where the page asks for them. */
export function useKeptCodes(): void {
  const queries = useQueryClient();
  useEffect(() => {
    void readOrKept('codes', () => bodyOf(api.GET('/v1/codes', { signal: soon() }))).then(({ value }) =>
      queries.setQueryData(['codes'], value),
    );
  }, [queries]);
}
