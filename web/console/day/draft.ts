import { isGroup, type TypedGroup } from '../forms/values';

/** By the person first: the next one on the same phone sees nothing of it, and the person finds it again, with a connection or without. */
const keyOf = (of: readonly string[]): string => ['day.draft', ...of].join(':');

/** Text that was typed into a form before the app was closed. */
export function draftOf(of: readonly string[]): TypedGroup | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(of)) ?? 'null');
    return isGroup(kept) ? kept : undefined;
  } catch {
    // Storage is refused, or what stands there was changed by hand.
    return undefined;
  }
}

export function keepDraft(of: readonly string[], values: TypedGroup): void {
  try {
    localStorage.setItem(keyOf(of), JSON.stringify(values));
  } catch {
    // A full memory or a private window: what is typed then lasts as long as the page.
  }
}

export const dropDraft = (of: readonly string[]): void => localStorage.removeItem(keyOf(of));

const CURRENCY = 'day.currency';
/** Costs are in the currency of the last ones. */
export const lastCurrency = (): string => localStorage.getItem(CURRENCY) ?? 'CNY';
export const keepCurrency = (code: string): void => localStorage.setItem(CURRENCY, code);
