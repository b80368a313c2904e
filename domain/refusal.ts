import type { Bilingual } from './bilingual';

/**
 * Why a rule refuses, as a caller has to act on it. `invalid`: the command itself is wrong. `forbidden`: someone else may do it.
 * `conflict`: not in this state. `stale`: the caller has read an earlier version. `unknown`: no such command.
 */
export type RefusalKind = 'invalid' | 'forbidden' | 'conflict' | 'stale' | 'unknown';

/** A refusal of a rule: its kind and its words. */
export interface Refusal extends Bilingual {
  readonly kind: RefusalKind;
}

/** Refusals by their code (`CASE.WRONG_STAGE`). */
export type Refusals = Readonly<Record<string, Refusal>>;
