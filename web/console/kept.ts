import { useCallback, useState } from 'react';

/** Reads what this tab keeps. Where storage is refused (private windows) or was changed by hand, it keeps nothing. */
export function readKept(key: string): unknown {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function keep(key: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is refused in private windows: what is typed then lasts as long as the page.
  }
}

/** Keys under which this tab keeps something, of those that begin so. */
export function keysKept(start: string): string[] {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}

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
