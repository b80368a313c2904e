import { useState, type ChangeEvent, type SubmitEvent } from 'react';

/** The text to search for, as it is typed: Enter searches, and an empty field shows everything at once. */
export function useSearchText(first: string | undefined, onSearch: (q: string | undefined) => void) {
  const [q, setQ] = useState(first ?? '');
  return {
    form: {
      role: 'search',
      onSubmit: (event: SubmitEvent): void => {
        event.preventDefault();
        onSearch(q.trim() || undefined);
      },
    },
    input: {
      type: 'search',
      maxLength: 200,
      value: q,
      onChange: ({ target }: ChangeEvent<HTMLInputElement>): void => {
        setQ(target.value);
        if (target.value === '') onSearch(undefined);
      },
    },
    clear: (): void => setQ(''),
  } as const;
}
