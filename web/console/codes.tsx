import { useLanguage } from './language';

type List = 'stages' | 'requestTypes' | 'priorities' | 'events';

interface Codes {
  readonly all: (list: List) => readonly { readonly code: string; readonly name: string }[];
  readonly name: (list: List, code: string) => string;
}

/** Names of the API's codes in the reader's language. */
export function useCodes(): Codes {
  useLanguage();
  return { all: () => [], name: (_list, code) => code };
}
