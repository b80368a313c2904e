import { keepInTab, readInTab } from '../kept';
import type { Draft } from './placing';

/** In the tab alone: on another machine the form would stand before the jobs that are to be placed. */
const KEPT = 'aftercare.schedule.draft';

/** The form that was open when the page was left: nothing typed is lost by a reload. */
export function keptDraft(): Draft | undefined {
  const kept = readInTab(KEPT);
  return isDraft(kept) ? kept : undefined;
}

export const keepDraft = (draft: Draft | undefined): void => keepInTab(KEPT, draft);

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'caseNumber' in value &&
  typeof value.caseNumber === 'string' &&
  Object.values(value).every((field) => typeof field === 'string' || typeof field === 'boolean');
