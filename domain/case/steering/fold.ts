import { without } from '../common/passing';
import { entering, unchanged, type Fold } from '../fold';
import { withBrokenOff } from '../visit/trip-state';
import type { SteeringEvents } from './case-terms';
import { withMentioned } from './notes';

export const STEERING_FOLD: Fold<keyof SteeringEvents> = {
  CaseCancelled: (state, { data }, at) => {
    const more =
      data.keepsWhatHappened === true
        ? { keepsWhatHappened: true as const, ...withBrokenOff(state, at) }
        : {};
    return without(entering(state, 'cancelled', at, more), 'paused', 'joining');
  },
  CasePaused: (state, { data }, at) => ({ ...state, paused: { ...data, since: at } }),
  CaseResumed: (state, { data: { at: resumedAt } }) => ({
    ...without(state, 'paused'),
    ...(resumedAt !== undefined && { resumedAt }),
  }),
  PriorityChanged: (state, { data }) => ({ ...state, priority: data.priority }),
  LinkSent: unchanged,
  CustomerWrote: (state) => ({ ...state, customerMessages: (state.customerMessages ?? 0) + 1 }),
  NoteAdded: (state, { data: { mentions } }) =>
    mentions ? { ...state, followers: withMentioned(state.followers, mentions) } : state,
  CaseHandedOver: (state, { data: { to } }) => ({
    ...state,
    desk: to,
    ...(to.regionId !== undefined &&
      !state.dispatch && {
        regionId: to.regionId,
        ...(to.serviceLevel && { serviceLevel: to.serviceLevel }),
      }),
  }),
};
