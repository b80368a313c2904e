/** Ways on once a call is saved; each machine remembers the choice. */
export const AFTER_SAVING = ['next', 'open', 'stay'] as const;
export type AfterSaving = (typeof AFTER_SAVING)[number];
