import type { Actor } from '../identity/actor';

/** Where somebody works, as far as rights go. */
export interface Engineer {
  readonly id: string;
  readonly outletId: string;
  readonly regionId: string;
}

/** An engineer for themselves, the director of their centre, headquarters (R12). */
export function mayShowAbsence(actor: Extract<Actor, { kind: 'staff' }>, engineer: Engineer): boolean {
  if (actor.id === engineer.id || actor.roles.includes('hq-service-manager')) return true;
  return (
    actor.roles.includes('centre-director') &&
    (actor.organisationId === engineer.regionId || actor.organisationId === engineer.outletId)
  );
}
