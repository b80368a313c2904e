import { DomainError } from '../../errors';
import { refuseAttachedAlready } from '../report/attachments';
import { withTheirWord } from '../common/consent';
import { completeFollowUp } from '../after-service/follow-ups';
import { escalate, handOver, nextTier } from './hand-over';
import { overrideEntitlement, stateOfShares } from '../entitlement/entitlement';
import { join, takeJoined } from '../intake/joining';
import { openOrders } from '../parts/orders';
import { pause, resume } from './pause';
import { quoteAfter } from '../quote/quote';
import type { RuleBook } from '../rule';
import { isRaised } from '../terms';
import { missingTripCostRefusal } from '../visit/trips';

/** Commands open at most stages, beside the flow. */
export const STEERING_RULES: RuleBook<
  | 'cancel'
  | 'pause'
  | 'resume'
  | 'handOver'
  | 'escalate'
  | 'changePriority'
  | 'overruleEntitlement'
  | 'addNote'
  | 'attach'
  | 'join'
  | 'takeJoined'
  | 'recordJoinedRequest'
  | 'completeFollowUp'
> = {
  cancel: {
    at: 'open',
    whilePaused: true,
    whileJoining: true,
    events: (state, { leavesRepeatToJudge, ...data }, { at, takeBack }) => [
      { type: 'CaseCancelled', data },
      ...takeBack(
        state,
        {
          end: 'cancelled',
          reason: data.reason,
          keepsCharges: data.keepsWhatHappened === true,
          ...(leavesRepeatToJudge && { leavesRepeatToJudge }),
        },
        at,
      ),
    ],
  },
  pause: {
    at: 'open',
    events: pause,
  },
  resume: {
    at: 'open',
    whilePaused: true,
    unless: (state) => (state.paused ? undefined : new DomainError('CASE.NOT_PAUSED')),
    events: (state, _data, { at }) => resume(state, at),
  },
  handOver: { at: 'open', whilePaused: true, whileJoining: true, events: handOver },
  escalate: {
    at: 'open',
    whilePaused: true,
    unless: (state, actor) => (nextTier(state, actor) ? undefined : new DomainError('CASE.NOBODY_ABOVE')),
    events: (state, data, { by: actor }) => escalate(state, data, actor),
  },
  changePriority: {
    at: 'open',
    whilePaused: true,
    events: (state, data, { at, by }) => {
      const { raiseKeeps = false, ...change } = data;
      const { priority, consent } = change;
      if (priority === state.priority) throw new DomainError('CASE.SAME_PRIORITY', {}, 'data.priority');
      const keeps = raiseKeeps && isRaised(state.priority, priority);
      const changes = withTheirWord(state, { priority }, { consent, at, by, keeps });
      return [{ type: 'PriorityChanged', data: change }, ...changes];
    },
  },
  overruleEntitlement: {
    // Later the report has charged or posted amounts that must not change silently.
    at: ['intake', 'work'],
    whilePaused: true,
    events: (state, data, { at, by, ahead }) => [
      ...overrideEntitlement(state, data),
      ...withTheirWord(state, { warranty: stateOfShares(data.verdict) }, { consent: data.consent, at, by }),
      // A completed repair is charged by the better of the quote and the current cover.
      ...(state.stage === 'repaired'
        ? []
        : quoteAfter(state, ahead(state, overrideEntitlement(state, data), at), at)),
    ],
  },
  addNote: {
    at: 'always',
    whilePaused: true,
    whileJoining: true,
    events: (_state, data) => [{ type: 'NoteAdded', data }],
  },
  attach: {
    at: 'always',
    whilePaused: true,
    whileJoining: true,
    events: (state, data) => {
      refuseAttachedAlready(state, data.attachment);
      return [{ type: 'FileAttached', data }];
    },
  },
  join: {
    // The sender is answered first (R1); then there is one case to carry on with.
    at: ['intake', 'classified'],
    whilePaused: true,
    unless: (state) => {
      if (state.stage === 'registered') return new DomainError('CASE.NOT_ANSWERED');
      if (openOrders(state).length > 0) return new DomainError('CASE.PARTS_ON_ORDER');
      return missingTripCostRefusal(state);
    },
    events: join,
  },
  takeJoined: { by: 'system', at: 'open', whilePaused: true, events: takeJoined },
  recordJoinedRequest: {
    by: 'system',
    at: 'open',
    whilePaused: true,
    events: (_state, data) => [{ type: 'RequestJoined', data }],
  },
  completeFollowUp: {
    at: 'always',
    whilePaused: true,
    whileJoining: true,
    isPointless: ({ followUps }) => followUps.length === 0,
    events: completeFollowUp,
  },
};
