import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api';
import { PREFERENCES, usePreferences } from '../preferences';

interface Preference {
  /** Undefined where nothing has been set, and while the preferences are read. */
  readonly value: unknown;
  readonly isPending: boolean;
  /** Null takes the preference away. */
  readonly set: (value: unknown) => void;
  readonly error: unknown;
}

/** How the reader has set up the list, by a name: any JSON value. A choice that the server refuses is taken back, and says why. */
export function useListPreference(name: string): Preference {
  const queries = useQueryClient();
  const { content, isPending } = usePreferences();
  const write = useMutation({
    mutationKey: PREFERENCES,
    // One after the other: the last choice is the one that stays.
    scope: { id: 'preferences' },
    mutationFn: (value: unknown) =>
      bodyOf(api.PATCH('/v1/me/preferences', { body: { content: { [name]: value } } })),
    // An answer that is older than a choice under way would take it back on the page.
    onSuccess: (answer) => {
      if (queries.isMutating({ mutationKey: PREFERENCES }) === 1) queries.setQueryData(PREFERENCES, answer);
    },
    onError: () => queries.invalidateQueries({ queryKey: PREFERENCES }),
  });
  const set = (value: unknown): void => {
    // Shown at once: who chooses a column waits for no server.
    queries.setQueryData<Schemas['Preferences']>(PREFERENCES, (now) =>
      now ? { ...now, content: { ...now.content, [name]: value } } : now,
    );
    write.mutate(value);
  };
  return {
    value: content?.[name] ?? undefined,
    isPending,
    set,
    error: write.error,
  };
}
