import { useCallback, useState } from 'react';

const PREFIX = 'aftercare.draft.';

/** Text that is typed at one place of the console: a reload, the login and another page leave it as it is. */
export function useDraft(place: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => read(place));
  const change = useCallback(
    (typed: string) => {
      setText(typed);
      keep(place, typed);
    },
    [place],
  );
  return [text, change];
}

function read(place: string): string {
  try {
    return sessionStorage.getItem(PREFIX + place) ?? '';
  } catch {
    return '';
  }
}

function keep(place: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(PREFIX + place);
    else sessionStorage.setItem(PREFIX + place, text);
  } catch {
    // Storage is refused in private windows: the text then lasts as long as the page.
  }
}
