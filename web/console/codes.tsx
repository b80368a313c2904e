import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, bodyOf, type Schemas } from './api';
import { useLanguage } from './language';

export type CodeList = keyof Schemas['CodeLists'];

interface Named {
  readonly code: string;
  readonly name: string;
}

interface Codes {
  readonly all: (list: CodeList) => readonly Named[];
  /** Empty until the names are there. A code that the list lacks stands for itself, and so do all where the names cannot be had. */
  readonly name: (list: CodeList, code: string) => string;
}

/** Names of the API's codes in the reader's language. They change with a version of Aftercare alone: read once for the page. */
export function useCodes(): Codes {
  const { language } = useLanguage();
  const { data, isPending } = useQuery({
    queryKey: ['codes'],
    queryFn: () => bodyOf(api.GET('/v1/codes')),
    staleTime: Infinity,
  });
  return useMemo(() => {
    const all = (list: CodeList): readonly Named[] =>
      (data?.[list] ?? []).map(({ code, name }) => ({ code, name: name[language] }));
    return {
      all,
      name: (list, code) => (isPending ? '' : (all(list).find((known) => known.code === code)?.name ?? code)),
    };
  }, [data, isPending, language]);
}
