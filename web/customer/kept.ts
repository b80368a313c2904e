import { useState } from 'preact/hooks';
import { newId } from '../shared/ids';

/** Kept by this tab over a reload; storage is refused in some private windows, which then keep it as long as the page. */
const memory = new Map<string, string>();

export function kept(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return memory.get(key);
  }
}

export function keep(key: string, value: string | undefined): void {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    if (value === undefined) memory.delete(key);
    else memory.set(key, value);
  }
}

/** Something typed, which outlasts a reload and a switch of the language; cleared once it has been sent. */
export function useDraft(key: string, initial = '') {
  const name = `draft ${key}`;
  const [value, setValue] = useState(() => kept(name) ?? initial);
  return {
    value,
    set: (typed: string): void => {
      keep(name, typed);
      setValue(typed);
    },
    clear: (): void => {
      keep(name, undefined);
      setValue(initial);
    },
  };
}

/**
 * The id of what is sent: the same for the same content until an answer has come, also after a reload, so that sending again does it once.
 */
export function idFor(content: string): string {
  const name = `id ${content}`;
  const id = kept(name) ?? newId();
  keep(name, id);
  return id;
}

export const answered = (content: string): void => keep(`id ${content}`, undefined);
