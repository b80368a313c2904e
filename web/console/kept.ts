import { useCallback, useState } from 'react';

/** Reads what was kept in this tab. Storage is refused in private windows: then nothing was. */
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
