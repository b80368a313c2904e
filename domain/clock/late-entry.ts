import { isSupervisor, type Actor } from '../identity/actor';
import type { LateEntry } from './record';

/** Holds for roles that a policy does not name: phones of engineers are out of reach for a weekend, desks are not. */
export const LATE_ENTRY_SECONDS = 86_400;
export const FIELD_LATE_ENTRY_SECONDS = 3 * 86_400;

/** Limits for each promise that a wait can postpone, by clock. */
export type LateEntries = Readonly<Record<string, readonly LateEntry[]>>;

/** How far back an actor may enter proof that a broken promise had been kept, or a wait that puts it off: a supervisor without end. */
export function enterableSeconds(terms: readonly LateEntry[], actor: Actor): number {
  if (actor.kind === 'system' || isSupervisor(actor)) return Infinity;
  const roles = actor.kind === 'staff' ? actor.roles : [];
  return Math.max(0, ...roles.map((role) => secondsOf(terms, role)));
}

const secondsOf = (terms: readonly LateEntry[], role: string): number =>
  terms.find((term) => term.role === role)?.withinSeconds ??
  (role === 'repair-engineer' ? FIELD_LATE_ENTRY_SECONDS : LATE_ENTRY_SECONDS);

/** From further back than this, what a supervisor enters is on record as theirs: others could not have entered all of it. */
export const unmarkedSeconds = (terms: readonly LateEntry[]): number =>
  Math.min(LATE_ENTRY_SECONDS, ...terms.map(({ withinSeconds }) => withinSeconds));
