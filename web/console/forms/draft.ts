import { isRecord } from './schema';
import type { TypedGroup } from './values';

/** A form that was begun: it outlives a reload, the switch of the language and the end of the session. */
export interface Draft {
  /** Id of the command: kept over retries, so that it happens once. */
  readonly id: string;
  readonly values: TypedGroup;
  /** When something was typed last, ISO-8601. */
  readonly at: string;
}

const keyOf = (place: string): string => `aftercare.draft.${place}`;

// Written by `keepDraft` alone, in the form that is read here.
const isDraft = (value: unknown): value is Draft =>
  isRecord(value) &&
  typeof value['id'] === 'string' &&
  typeof value['at'] === 'string' &&
  isRecord(value['values']);

export function readDraft(place: string): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(place)) ?? 'null');
    return isDraft(kept) ? kept : undefined;
  } catch {
    // Storage is refused, or somebody has changed it by hand: the form begins empty.
    return undefined;
  }
}

export function keepDraft(place: string, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(place), JSON.stringify(draft));
  } catch {
    // Storage is refused or full: the draft then lasts as long as the page.
  }
}

export function dropDraft(place: string): void {
  try {
    sessionStorage.removeItem(keyOf(place));
  } catch {
    // Storage is refused: nothing was kept there either.
  }
}
