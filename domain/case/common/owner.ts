import type { OfferRecipient } from '../../dispatch/offer-ladder';
import { HQ } from '../../identity/scope';
import type { FollowUp } from '../after-service/terms';
import { flowTermsOf, isWorkStage } from '../flows/all-terms';
import { isTerminal, type RegisteredCase } from '../state';
import type { Owner } from './owner-terms';

/** The region's centre, or where the request was taken in. */
export const centreOf = ({ regionId, registration }: RegisteredCase): string =>
  regionId ?? registration.intakeOrganisationId;

/**
 * Desk of the case: the person it was transferred to, unless it has moved to another region since; else the
 * centre's clerks.
 */
export function deskOf(state: RegisteredCase): Owner {
  const { desk } = state;
  if (desk && (desk.regionId === undefined || desk.regionId === state.regionId))
    return { role: desk.role, organisationId: desk.organisationId, staffId: desk.id };
  return { role: 'enquiry-clerk', organisationId: centreOf(state) };
}

/**
 * Owner of a follow-up: the desk, or a supervisor for questions that a supervisor must judge (R14) or was
 * asked to help with.
 */
export function followUpOwner(state: RegisteredCase, { kind, tier }: Pick<FollowUp, 'kind' | 'tier'>): Owner {
  if (tier === 'hq-service-manager') return { role: tier, organisationId: HQ };
  if (tier === 'centre-director' || kind === 'repeat-repair')
    return { role: 'centre-director', organisationId: centreOf(state) };
  return deskOf(state);
}

/**
 * Role that answers an offer: the engineers of an outlet, the desk of a centre, the service manager of
 * headquarters (R11, R12).
 */
export function offerOwner({ tier, organisationId }: OfferRecipient): Owner {
  switch (tier) {
    case 'outlet':
      return { role: 'repair-engineer', organisationId };
    case 'centre':
      return { role: 'enquiry-clerk', organisationId };
    case 'hq':
      return { role: 'hq-service-manager', organisationId };
  }
}

export function ownerOf(state: RegisteredCase): Owner | undefined {
  if (isTerminal(state.stage)) return state.followUps.length > 0 ? deskOf(state) : undefined;
  if (state.stage === 'registered' && state.escalatedQuestion !== undefined)
    return { role: 'hq-service-manager', organisationId: HQ };
  if (state.offer) return offerOwner(state.offer.to);
  const { requestType, stage } = state;
  const worker = requestType && isWorkStage(stage) ? flowTermsOf(requestType).owner(state) : undefined;
  return worker ?? deskOf(state);
}
