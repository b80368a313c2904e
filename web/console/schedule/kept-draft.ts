import { keeping } from '../kept';
import type { Draft } from './placing';

/** In this tab alone: on another machine the form would stand before the jobs that are to be placed. */
const placeOf = (): string => `aftercare.schedule.draft/${keeping.owner}`;

/** The form that was open when the page was left: nothing typed is lost by a reload. */
export function keptDraft(): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(placeOf()) ?? 'null');
    return isDraft(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepDraft(draft: Draft | undefined): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(placeOf());
    else sessionStorage.setItem(placeOf(), JSON.stringify(draft));
  } catch {
    // Storage is refused in private windows: what is typed then lasts as long as the page.
  }
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'caseNumber' in value &&
  typeof value.caseNumber === 'string' &&
  Object.values(value).every((field) => typeof field === 'string' || typeof field === 'boolean');
