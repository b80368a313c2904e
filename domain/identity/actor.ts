import type { Role } from './roles';

/** Author of a command. Recorded with each event. */
export type Actor =
  | {
      readonly kind: 'staff';
      readonly id: string;
      readonly name: string;
      readonly roles: readonly Role[];
      readonly organisationId: string;
    }
  | { readonly kind: 'customer'; readonly id: string; readonly name: string }
  /** Aftercare itself: timers, outcomes of calls, another process. */
  | { readonly kind: 'system'; readonly id: string };

export const SYSTEM: Actor = { kind: 'system', id: 'aftercare' };

const SUPERVISORS: readonly Role[] = ['hq-service-manager', 'centre-director'];

/** Supervisors answer for the entries of others. */
export const isSupervisor = (actor: Actor): boolean =>
  actor.kind === 'staff' && actor.roles.some((role) => SUPERVISORS.includes(role));

/** The name of an actor as people read it. */
export const nameOf = (actor: Actor): string => (actor.kind === 'system' ? 'Aftercare' : actor.name);
