import { keep, readKept } from '../kept';
import { isRecord } from './schema';
import type { TypedGroup } from './values';

/** A form that was begun: it outlives a reload, the switch of the language and the end of the session. */
export interface Draft {
  /** Id of the command: kept over retries, so that it happens once. */
  readonly id: string;
  readonly values: TypedGroup;
  /** On record when a correction was begun: the fields that the person changed are known by it. */
  readonly base?: TypedGroup;
  /** Fields that somebody else changed since, as they stood before. */
  readonly before?: TypedGroup;
  /** When something was typed last, ISO-8601. */
  readonly at: string;
}

export const draftKey = (place: string): string => `aftercare.draft.${place}`;

// Written by `keepDraft` alone, in the form that is read here.
const isDraft = (value: unknown): value is Draft =>
  isRecord(value) &&
  typeof value['id'] === 'string' &&
  typeof value['at'] === 'string' &&
  isRecord(value['values']);

export function readDraft(place: string): Draft | undefined {
  const kept = readKept(draftKey(place));
  return isDraft(kept) ? kept : undefined;
}

export const keepDraft = (place: string, draft: Draft): void => keep(draftKey(place), draft);

export const dropDraft = (place: string): void => keep(draftKey(place), undefined);
