import { boundedRequests } from '../common/bounded';
import { without } from '../common/passing';
import { withVerdict } from '../entitlement/entitlement';
import type { EventOf } from '../events';
import { entering, type Fold } from '../fold';
import type { CaseState } from '../state';
import type { IntakeEvents } from './case-terms';
import type { Joining } from './joining-terms';

export const INTAKE_FOLD: Fold<keyof IntakeEvents> = {
  CaseRegistered: registered,
  CustomerIdentified: (state, { data }) => {
    const { entitlement: _verdict, learned: _learned, consent: _consent, ...identified } = data;
    return {
      ...withoutMerge(state),
      ...identified,
      ...(identified.unit && withVerdict(state, data)),
    };
  },
  CustomerMerged: (state, { data: { mergeId: id, customer, previous } }) => ({
    ...withoutMerge(state),
    customer,
    customerMerge: { id, previous },
  }),
  CustomerUnmerged: (state, { data }) => ({ ...withoutMerge(state), customer: data.customer }),
  QuestionEscalated: (state, { data }) => ({ ...state, escalatedQuestion: data.question }),
  // The answer also closes a question escalated to headquarters (R5).
  RequestAnswered: (state, _event, at) => without(entering(state, 'answered', at), 'escalatedQuestion'),
  CaseClassified: (state, { data }, at) => {
    const { requestType, priority, symptom, warranty } = data;
    return entering(state, 'classified', at, {
      ...withVerdict(state, data),
      requestType,
      priority,
      symptom,
      warranty,
    });
  },
  JoinRequested: joinRequested,
  JoinRefused: (state) => without(state, 'joining'),
  JoinAgreed: joinAgreed,
  CaseJoined: (state, { data }, at) =>
    without(entering(state, 'joined', at, { joinedInto: data.into }), 'paused', 'joining'),
  RequestJoined: (state, { data }) => ({
    ...state,
    joinedRequests: boundedRequests([...state.joinedRequests, data]),
  }),
};

function registered(state: CaseState, { data }: EventOf<'CaseRegistered'>): CaseState {
  const { entitlement: _verdict, ...registration } = data;
  const { customer, unit, regionId, serviceLevel } = registration;
  return {
    ...state,
    stage: 'registered',
    // The promise runs from receipt (R4), and so may what was done about it before it was registered.
    stageSince: data.receivedAt,
    registration,
    ...(customer && { customer }),
    ...(unit && withVerdict(state, data)),
    ...(regionId !== undefined && { regionId }),
    ...(serviceLevel && { serviceLevel }),
  };
}

function withoutMerge({ customerMerge: _merge, ...others }: CaseState): CaseState {
  return others;
}

/** The case while it waits for the answer of the case that it is to be joined to. */
function joinRequested(state: CaseState, { data, seq }: EventOf<'JoinRequested'>): CaseState {
  const { into, asked, otherCustomer, tellsSender, resolutionBy } = data;
  const taken = state.joining?.into === into ? state.joining.asked : 0;
  const joining: Joining = {
    into,
    asked,
    taken,
    seq,
    ...(otherCustomer && { otherCustomer }),
    ...(tellsSender && { tellsSender }),
    ...(resolutionBy !== undefined && { resolutionBy }),
  };
  return { ...state, joining };
}

/** The customer of a joined request was given a date: the case keeps it, also where it has yet to be classified. */
function joinAgreed(state: CaseState, { data, at }: EventOf<'JoinAgreed'>): CaseState {
  const { resolutionBy: dueAt } = data;
  const { resolutionBy: before } = state;
  const isEarlier = dueAt !== undefined && dueAt > at && (before === undefined || dueAt < before.dueAt);
  return isEarlier ? { ...state, resolutionBy: { dueAt, at } } : state;
}
