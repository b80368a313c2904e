import { usePreferences } from '../preferences';
import { TEXT_MODULES, type TextModule } from './modules';

/** A text module of a person's own: the text in one language or both. */
export interface OwnModule {
  readonly id: string;
  /** Typed after the slash. */
  readonly key: string;
  readonly name: string;
  readonly en: string;
  readonly zh: string;
}

/** Each module is a preference of its own: two tabs do not take back each other's. */
const PREFIX = 'textModule.';
export const preferenceOf = (id: string): string => `${PREFIX}${id}`;

export const isOwnModule = (value: unknown): value is Omit<OwnModule, 'id'> =>
  typeof value === 'object' &&
  value !== null &&
  ['key', 'name', 'en', 'zh'].every(
    (field) => typeof Object.entries(value).find(([name]) => name === field)?.[1] === 'string',
  );

/** The person's own modules, by key. */
export function useOwnModules(): readonly OwnModule[] {
  const { content } = usePreferences();
  return Object.entries(content ?? {})
    .flatMap(([name, value]) =>
      name.startsWith(PREFIX) && isOwnModule(value) ? [{ ...value, id: name.slice(PREFIX.length) }] : [],
    )
    .sort((left, right) => left.key.localeCompare(right.key));
}

/** The person's own, then those that all share. One of one's own stands before a shared one of the same key. */
export function useTextModules(): readonly TextModule[] {
  const own = useOwnModules().map(({ key, name, en, zh }): TextModule => ({
    key,
    names: { en: name, zh: name },
    texts: { en: en || zh, zh: zh || en },
  }));
  const taken = new Set(own.map(({ key }) => key));
  return [...own, ...TEXT_MODULES.filter(({ key }) => !taken.has(key))];
}
