import { useCallback, useState } from 'react';

/** An entry of this tab. Without a value it was dropped, and the server has yet to hear of it. */
export interface Kept {
  readonly value?: unknown;
  /** When it was typed or dropped, ISO-8601: the later one stands. */
  readonly at: string;
  /** True where the server has it as it is here. */
  readonly isOnServer?: boolean;
}

/** The person whose text is kept: the next one in the same tab sees nothing of it. Changes are passed on to the server. */
export const keeping: { owner: string; onChange: (key: string) => void } = {
  owner: '',
  onChange: () => undefined,
};

const placeOf = (key: string): string => `${keeping.owner}/${key}`;

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'string';

/** Reads what stands at a place of this tab. Where storage is refused (private windows) or was changed by hand, the tab keeps nothing. */
function inTab(place: string): unknown {
  try {
    const text = sessionStorage.getItem(place);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function putInTab(place: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(value));
  } catch {
    // Storage is refused in private windows: what is typed then lasts as long as the page.
  }
}

export function entryOf(key: string): Kept | undefined {
  const kept = inTab(placeOf(key));
  return isKept(kept) ? kept : undefined;
}

export const setEntry = (key: string, entry: Kept | undefined): void => putInTab(placeOf(key), entry);

/** The person's place for what does not follow them to another machine. */
const ownPlaceOf = (key: string): string => `${key}/${keeping.owner}`;

export const readInTab = (key: string): unknown => inTab(ownPlaceOf(key));

export const keepInTab = (key: string, value: unknown): void => putInTab(ownPlaceOf(key), value);

/** Keys under which this tab holds an entry of the person, dropped ones too. */
export function entryKeys(start = ''): string[] {
  const first = placeOf('');
  try {
    return Object.keys(sessionStorage)
      .filter((key) => key.startsWith(first + start))
      .map((key) => key.slice(first.length));
  } catch {
    return [];
  }
}

/** Reads what this tab keeps of the person. */
export const readKept = (key: string): unknown => entryOf(key)?.value;

export function keep(key: string, value: unknown): void {
  if (value === undefined && entryOf(key) === undefined) return;
  setEntry(key, { ...(value !== undefined && { value }), at: new Date().toISOString() });
  keeping.onChange(key);
}

/** Keys under which this tab keeps something of the person, of those that begin so. */
export const keysKept = (start: string): string[] =>
  entryKeys(start).filter((key) => readKept(key) !== undefined);

/** Text that is typed at one place of the console: a reload, the login and another page leave it as it is. */
export function useKeptText(place: string): readonly [string, (text: string) => void] {
  const key = `aftercare.draft.${place}`;
  const [text, setText] = useState(() => {
    const kept = readKept(key);
    return typeof kept === 'string' ? kept : '';
  });
  const change = useCallback(
    (typed: string) => {
      setText(typed);
      keep(key, typed === '' ? undefined : typed);
    },
    [key],
  );
  return [text, change];
}

/** A choice that this machine remembers, such as what comes after saving. */
export function useRemembered<T extends string>(
  key: string,
  choices: readonly T[],
  first: T,
): readonly [T, (choice: T) => void] {
  const [choice, setChoice] = useState<T>(() => {
    try {
      const text = localStorage.getItem(key);
      return choices.find((one) => one === text) ?? first;
    } catch {
      return first;
    }
  });
  const choose = useCallback(
    (next: T) => {
      setChoice(next);
      try {
        localStorage.setItem(key, next);
      } catch {
        // Storage is refused in private windows: the choice then lasts as long as the page.
      }
    },
    [key],
  );
  return [choice, choose];
}
