import { meetClock, startClock } from '../../clock/clocks';
import { DomainError } from '../../errors';
import type { CaseCommandData } from '../commands';
import type { CaseEvent } from '../events';
import type { FollowUp } from './terms';
import { refuseBelowTier } from '../steering/hand-over';
import { factsOf } from '../intake/registration';
import type { CaseState, RegisteredCase } from '../state';
import { REPEAT_KEY } from '../flows/repair/repeats';
import type { Entry } from '../rule';

/** The promise to a customer who is not satisfied (R22). */
export const FOLLOW_UP_CLOCK = 'follow-up';

export const isOfDissatisfied = ({ kind }: Pick<FollowUp, 'kind'>): boolean =>
  kind === 'dissatisfied-customer';
export const dissatisfiedFollowUps = ({ followUps }: CaseState) => followUps.filter(isOfDissatisfied);

/** R22: somebody sees to a customer who is not satisfied, by a time. One who says so twice has waited since the first. */
export const startComplaint = (
  state: RegisteredCase,
  key: string,
  reason: string,
  at: string,
): CaseEvent[] => [
  { type: 'FollowUpOpened', data: { key, kind: 'dissatisfied-customer', reason } },
  ...(dissatisfiedFollowUps(state).length > 0 ? [] : [startClock(FOLLOW_UP_CLOCK, at, factsOf(state))]),
];

export const followUpDissatisfied = (
  state: RegisteredCase,
  key: 'dissatisfied' | 'revisit',
  reason: string,
  at: string,
): CaseEvent[] => startComplaint(state, key, reason, at);

/** @throws {DomainError} where it is not open, is not the actor's to complete, or lacks its outcome. */
export function completeFollowUp(
  state: RegisteredCase,
  data: CaseCommandData['completeFollowUp'],
  { at, by: actor }: Entry,
): readonly CaseEvent[] {
  const followUp = state.followUps.find(({ key }) => key === data.key);
  if (!followUp) throw new DomainError('CASE.NO_SUCH_TASK', { key: data.key }, 'data.key');
  if (data.key === REPEAT_KEY) throw new DomainError('CASE.REPEAT_NOT_ATTRIBUTED', {}, 'data.key');
  refuseBelowTier(state, data.key, actor);
  if (!isOfDissatisfied(followUp)) {
    if (data.outcome) throw new DomainError('CASE.FOLLOW_UP_HAS_NO_REDRESS', {}, 'data.outcome');
    return [{ type: 'FollowUpDone', data }];
  }
  if (!data.outcome) throw new DomainError('CASE.FOLLOW_UP_OUTCOME_MISSING', {}, 'data.outcome');
  const isLast = dissatisfiedFollowUps(state).length === 1;
  return [{ type: 'FollowUpDone', data }, ...(isLast ? meetClock(state.clocks, FOLLOW_UP_CLOCK, at) : [])];
}

/** Served once more is what is done for them; whether it satisfied, the next survey tells. */
export const answeredByReopening = (state: RegisteredCase, reason: string, at: string): CaseEvent[] => [
  ...dissatisfiedFollowUps(state).map(({ key }): CaseEvent => ({
    type: 'FollowUpDone',
    data: { key, note: reason, outcome: { redress: 'rework', satisfied: null } },
  })),
  ...meetClock(state.clocks, FOLLOW_UP_CLOCK, at),
];
