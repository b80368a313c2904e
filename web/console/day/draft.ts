import { isGroup, type TypedGroup } from '../forms/values';

const keyOf = (of: readonly string[]): string => ['day.draft', ...of].join(':');

/** Text that was typed into a form before the app was closed. */
export function draftOf(of: readonly string[]): TypedGroup | undefined {
  const text = localStorage.getItem(keyOf(of));
  if (text === null) return undefined;
  const kept: unknown = JSON.parse(text);
  return isGroup(kept) ? kept : undefined;
}

export const keepDraft = (of: readonly string[], values: TypedGroup): void =>
  localStorage.setItem(keyOf(of), JSON.stringify(values));

export const dropDraft = (of: readonly string[]): void => localStorage.removeItem(keyOf(of));

const CURRENCY = 'day.currency';
/** Costs are in the currency of the last ones. */
export const lastCurrency = (): string => localStorage.getItem(CURRENCY) ?? 'CNY';
export const keepCurrency = (code: string): void => localStorage.setItem(CURRENCY, code);
