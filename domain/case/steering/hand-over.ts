import { DomainError } from '../../errors';
import type { Actor } from '../../identity/actor';
import type { Role } from '../../identity/roles';
import { HQ } from '../../identity/scope';
import { withTheirWord } from '../common/consent';
import type { CaseEvent } from '../events';
import { ESCALATION_TIERS, type EscalationTier, type HandOver } from './hand-over-terms';
import { centreOf } from '../common/owner';
import type { RegisteredCase } from '../state';
import type { Entry } from '../rule';

/** One person looks after the case from now on, with what has to be known of it. @throws {DomainError} */
export function handOver(
  state: RegisteredCase,
  { to, reason, consent }: HandOver,
  { at, by }: Entry,
): readonly CaseEvent[] {
  if (to.id === state.desk?.id)
    throw new DomainError('CASE.WITH_THEM_ALREADY', { name: to.name }, 'data.staffId');
  if (state.dispatch && to.regionId !== undefined && to.regionId !== state.regionId)
    throw new DomainError('CASE.COLLEAGUE_ELSEWHERE', { name: to.name }, 'data.staffId');
  const { serviceLevel } = to;
  // Before a dispatch the desk's organisation serves the case, at its level (R11).
  const facts = serviceLevel && !state.dispatch ? { serviceLevel } : {};
  return [
    {
      type: 'CaseHandedOver',
      data: { to, reason, ...(consent && { consent }), ...(state.desk && { previous: state.desk }) },
    },
    ...withTheirWord(state, facts, { consent, at, by }),
  ];
}

const keyOf = (tier: EscalationTier): string => `escalation:${tier}`;

/** The tier above both the requester and the tier asked last; undefined above the highest. */
export function nextTier(state: RegisteredCase, actor: Actor): EscalationTier | undefined {
  const has = (role: Role): boolean => actor.kind === 'staff' && actor.roles.includes(role);
  const isAsked = (tier: EscalationTier): boolean => state.followUps.some(({ key }) => key === keyOf(tier));
  if (has('hq-service-manager') || isAsked('hq-service-manager')) return undefined;
  const isBelowCentre = centreOf(state) !== HQ && !has('centre-director') && !isAsked('centre-director');
  return isBelowCentre ? 'centre-director' : 'hq-service-manager';
}

/** Somebody asks the tier above for help, and it becomes that tier's work. @throws {DomainError} */
export function escalate(
  state: RegisteredCase,
  { reason }: { readonly reason: string },
  actor: Actor,
): readonly CaseEvent[] {
  const tier = nextTier(state, actor);
  if (!tier) throw new DomainError('CASE.NOBODY_ABOVE');
  return [{ type: 'FollowUpOpened', data: { key: keyOf(tier), kind: 'escalation', reason, tier } }];
}

/** Only the tier that an escalation is with, or one above, may answer it. @throws {DomainError} */
export function refuseBelowTier(state: RegisteredCase, key: string, actor: Actor): void {
  const tier = state.followUps.find((followUp) => followUp.key === key)?.tier;
  if (!tier || actor.kind !== 'staff') return;
  const able = ESCALATION_TIERS.slice(ESCALATION_TIERS.indexOf(tier));
  if (!actor.roles.some((role) => able.some((one) => one === role)))
    throw new DomainError('CASE.ESCALATED_ABOVE_YOU', { role: tier }, 'data.key');
}
