import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from './api';

type Preferences = Schemas['Preferences'];
export type PreferenceContent = Preferences['content'];

export const PREFERENCES = ['preferences'] as const;

/** How the person has set up their console, on every machine. */
export function usePreferences() {
  const queries = useQueryClient();
  const { data, isPending } = useQuery({
    queryKey: PREFERENCES,
    queryFn: () => bodyOf(api.GET('/v1/me/preferences')),
    staleTime: Infinity,
  });
  /** Sets these; null takes one away. @throws {Refused} */
  const change = async (content: PreferenceContent): Promise<void> => {
    const changed = await bodyOf(api.PATCH('/v1/me/preferences', { body: { content } }));
    queries.setQueryData(PREFERENCES, changed);
  };
  return { content: data?.content, isPending, change };
}

/** One preference of a few values. It holds at once, and is kept for the next machine when the server answers. */
export function usePreference<T extends string>(
  name: string,
  values: readonly T[],
  first: T,
): readonly [T, (value: T) => void] {
  const queries = useQueryClient();
  const { content, change } = usePreferences();
  const value = values.find((one) => one === content?.[name]) ?? first;
  const choose = (next: T): void => {
    queries.setQueryData<Preferences>(PREFERENCES, (held) => ({
      updatedAt: held?.updatedAt ?? null,
      content: { ...held?.content, [name]: next },
    }));
    // Without a connection the choice lasts as long as the page.
    void change({ [name]: next }).catch(() => undefined);
  };
  return [value, choose];
}
