import type { Role } from '../identity/roles';
import { HQ } from '../identity/scope';
import type { FollowUp } from './events';
import { isTerminal, type RegisteredCase } from './state';

/** Who has the case now: a role in an organisation, or one person. */
export interface Owner {
  readonly role: Role;
  readonly organisationId: string;
  readonly staffId?: string;
}

/** The desk that looks after the case: the region's centre, or where it was taken in. */
export const deskOf = (state: RegisteredCase): Owner => ({
  role: 'enquiry-clerk',
  organisationId: state.regionId ?? state.registration.intakeOrganisationId,
});

/** Who sees to a follow-up: the desk, but for what a supervisor has to judge (R14). */
export const followUpOwner = (state: RegisteredCase, { kind }: Pick<FollowUp, 'kind'>): Owner =>
  kind === 'repeat-repair' ? { ...deskOf(state), role: 'centre-director' } : deskOf(state);

export function ownerOf(state: RegisteredCase): Owner | undefined {
  if (isTerminal(state.stage)) return state.followUps.length > 0 ? deskOf(state) : undefined;
  if (state.stage === 'registered' && state.escalatedQuestion !== undefined)
    return { role: 'hq-service-manager', organisationId: HQ };
  if (
    state.dispatch &&
    (state.stage === 'dispatched' || state.stage === 'on-site' || state.stage === 'repaired')
  ) {
    const { outletId, id } = state.dispatch.engineer;
    return { role: 'repair-engineer', organisationId: outletId, staffId: id };
  }
  return deskOf(state);
}
