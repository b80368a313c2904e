import { nameOf } from '../../identity/actor';

import { boundedFollowUps } from '../common/bounded-lists';
import type { EventOf } from '../events';
import { entering, type Fold } from '../fold';
import type { CaseState } from '../state';
import type { AfterServiceEvents } from './case-terms';
import { withNewProblem, withRegistered } from './new-problems';
import { reopened } from './reopened';

export const AFTER_SERVICE_FOLD: Fold<keyof AfterServiceEvents> = {
  SurveyAsked: (state, _event, at) => ({ ...state, surveyAskedAt: at }),
  SurveyAnswered: (state, { data, actor }, at) =>
    entering(state, 'surveyed', at, {
      survey: { ...data, takenBy: { id: actor.id, name: nameOf(actor), at } },
    }),
  SurveyLapsed: (state, _event, at) => entering(state, 'surveyed', at, { survey: 'lapsed' }),
  RevisitDecided: (state, { data }) => ({ ...state, revisit: data }),
  RevisitAttempted: attempted,
  RevisitMade: (state, { data, seq }, at) =>
    entering(state, 'revisited', at, {
      ...(state.revisit && { revisit: { ...state.revisit, outcome: data.outcome } }),
      ...(data.outcome === 'new-problem' && withNewProblem(state, { seq, text: data.note, foundAt: at })),
    }),
  CaseReopened: (state, _event, at) => reopened(entering(state, 'classified', at)),
  CaseClosed: (state, _event, at) => entering(state, 'closed', at),
  CallSettled: (state, { data }) => withRegistered(state, data),
  FollowUpOpened: (state, { data }, at) => {
    const others = state.followUps.filter(({ key }) => key !== data.key);
    return { ...state, followUps: [...others, { ...data, openedAt: at }] };
  },
  FollowUpDone: followUpDone,
};

/** One more failed attempt; the next is made some time later. */
function attempted(state: CaseState, { data: { nextFrom } }: EventOf<'RevisitAttempted'>): CaseState {
  const { revisit } = state;
  if (!revisit) return state;
  return {
    ...state,
    revisit: {
      ...revisit,
      attempts: (revisit.attempts ?? 0) + 1,
      ...(nextFrom !== undefined && { nextAttemptFrom: nextFrom }),
    },
  };
}

/** The follow-up is over; the redress that a dissatisfied customer was given is kept. */
function followUpDone(state: CaseState, { data, actor }: EventOf<'FollowUpDone'>, at: string): CaseState {
  const { key, note, outcome } = data;
  const followUps = state.followUps.filter((one) => one.key !== key);
  const done = state.followUps.find((one) => one.key === key);
  if (!done || !outcome) return { ...state, followUps };
  const by = { id: actor.id, name: nameOf(actor) };
  const { reason, openedAt } = done;
  return {
    ...state,
    followUps,
    doneFollowUps: boundedFollowUps([
      ...(state.doneFollowUps ?? []),
      { key, reason, openedAt, doneAt: at, by, note, ...outcome },
    ]),
  };
}
