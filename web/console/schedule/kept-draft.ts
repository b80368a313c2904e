import type { Draft } from './placing';

const KEPT = 'aftercare.schedule.draft';

/** The form that was open when the page was left: nothing typed is lost by a reload. */
export function keptDraft(): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
    return isDraft(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepDraft(draft: Draft | undefined): void {
  try {
    if (draft) sessionStorage.setItem(KEPT, JSON.stringify(draft));
    else sessionStorage.removeItem(KEPT);
  } catch {
    // Storage is refused in private windows: the form then lasts as long as the page.
  }
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'caseNumber' in value &&
  typeof value.caseNumber === 'string' &&
  Object.values(value).every((field) => typeof field === 'string' || typeof field === 'boolean');
