import { changeFacts, meetClock, pauseClocks, resumeClocks, startClock, stopAll } from '../clock/clocks';
import { DomainError } from '../errors';
import type { Actor } from '../identity/actor';
import { HQ } from '../identity/scope';
import { answerSurvey, askSurvey, makeRevisit } from './after-service';
import { refuseAttachedAlready } from './attachments';
import { judgedUnit, overrule, warrantyWith } from './entitlement';
import { checkAppointment, moveAppointment, notMovableBy, reassign } from './appointments';
import { factsOf } from './promises';
import {
  AFTER_REPORT,
  ALL,
  BEFORE_DISPATCH,
  BEFORE_REPORT,
  OPEN,
  type Rule,
  type RuledCommandType,
} from './rule';
import { amendment, notAmendableBy, refuseNonsense } from './service-report';
import type { RegisteredCase } from './state';
import { isOnSite } from './terms';
import { attributeRepeat, diagnose, leaveUnfinished, REPEAT_KEY } from './visit';

const onlyTheDispatchedEngineer = (state: RegisteredCase, actor: Actor): DomainError | undefined =>
  actor.kind === 'staff' && actor.id !== state.dispatch?.engineer.id
    ? new DomainError('CASE.NOT_ASSIGNED_TO_YOU')
    : undefined;

/** What each command needs and gives: the lifecycle of a service case, whole. */
export const RULES: { readonly [T in RuledCommandType]: Rule<T> } = {
  identifyCustomer: {
    stages: OPEN,
    whilePaused: true,
    events: (state, data) => {
      const judged = judgedUnit(state.registration, data.unit);
      const { customer } = data;
      // Whoever was dispatched goes on serving the case, at their level (R11).
      const identified = { ...(state.dispatch ? { customer } : data), ...judged };
      const { serviceLevel } = state.dispatch ? {} : data;
      return [
        { type: 'CustomerIdentified', data: identified },
        ...changeFacts(state.clocks, {
          ...(judged.unit && { warranty: warrantyWith(state, judged) }),
          ...(serviceLevel && { serviceLevel }),
        }),
      ];
    },
  },
  escalateQuestion: {
    stages: ['registered'],
    unless: (state) =>
      state.escalatedQuestion === undefined ? undefined : new DomainError('CASE.ALREADY_ESCALATED'),
    events: (_state, data) => [{ type: 'QuestionEscalated', data }],
  },
  answer: {
    stages: ['registered'],
    // R5: what staff could not answer, headquarters answers.
    unless: (state, actor) =>
      state.escalatedQuestion !== undefined && actor.kind === 'staff' && actor.organisationId !== HQ
        ? new DomainError('CASE.QUESTION_WITH_HQ')
        : undefined,
    events: (state, data, at) => [
      { type: 'RequestAnswered', data },
      ...meetClock(state.clocks, 'answer', at),
    ],
  },
  classify: {
    stages: ['answered', 'classified'],
    unless: (state) =>
      state.customer?.status === 'active' ? undefined : new DomainError('CASE.CUSTOMER_UNKNOWN'),
    events: (state, data) => {
      const judged = judgedUnit(state.registration, data.unit);
      const warranty = warrantyWith(state, judged);
      const facts = factsOf(state, { requestType: data.requestType, priority: data.priority, warranty });
      return [
        { type: 'CaseClassified', data: { ...data, ...judged, warranty } },
        // R3: the resolution promise depends on the type, but has run since the customer asked.
        ...(state.clocks.resolution
          ? changeFacts(state.clocks, facts)
          : [startClock('resolution', state.registration.receivedAt, facts)]),
      ];
    },
  },
  dispatch: {
    stages: ['classified'],
    unless: (state) =>
      isOnSite(state.requestType)
        ? undefined
        : new DomainError('CASE.NOT_ON_SITE_TYPE', { requestType: state.requestType }),
    events: (state, data, at) => {
      checkAppointment(data.appointment, at);
      const { serviceLevel } = data.engineer;
      return [
        { type: 'EngineerDispatched', data },
        // R4: the engineer arrives within the time that the customer set.
        startClock('arrival', at, factsOf(state, { serviceLevel }), data.appointment.to),
        ...changeFacts(state.clocks, { serviceLevel }),
      ];
    },
  },
  reassign: { stages: ['dispatched'], events: reassign },
  moveAppointment: { stages: ['dispatched'], unless: notMovableBy, events: moveAppointment },
  depart: {
    stages: ['dispatched'],
    unless: (state, actor) =>
      state.visit?.departedAt === undefined
        ? onlyTheDispatchedEngineer(state, actor)
        : new DomainError('CASE.ALREADY_DEPARTED'),
    events: () => [{ type: 'EngineerDeparted', data: {} }],
  },
  arrive: {
    stages: ['dispatched'],
    unless: onlyTheDispatchedEngineer,
    events: (state, _data, at) => [
      { type: 'EngineerArrived', data: {} },
      ...meetClock(state.clocks, 'arrival', at),
    ],
  },
  diagnose: {
    stages: ['on-site'],
    unless: onlyTheDispatchedEngineer,
    events: diagnose,
  },
  repair: {
    stages: ['on-site'],
    unless: onlyTheDispatchedEngineer,
    events: (_state, data) => [{ type: 'UnitRepaired', data }],
  },
  leaveUnfinished: {
    stages: ['on-site'],
    unless: onlyTheDispatchedEngineer,
    events: (_state, data) => leaveUnfinished(data),
  },
  attributeRepeat: {
    stages: ALL,
    whilePaused: true,
    unless: ({ repeatRepair }) => (repeatRepair ? undefined : new DomainError('CASE.NO_REPEAT_REPAIR')),
    events: attributeRepeat,
  },
  resolveRemotely: {
    stages: ['classified'],
    events: (state, data, at) => [{ type: 'CaseResolvedRemotely', data }, ...askSurvey(state, at)],
  },
  report: {
    stages: ['repaired'],
    unless: onlyTheDispatchedEngineer,
    events: (state, data, at) => {
      refuseNonsense(data, 'data');
      return [{ type: 'ServiceReported', data }, ...askSurvey(state, at)];
    },
  },
  amendReport: {
    stages: AFTER_REPORT,
    whilePaused: true,
    unless: notAmendableBy,
    events: (state, { changes, reason }) => [
      { type: 'ReportAmended', data: amendment(state, changes, reason) },
    ],
  },
  recordSurvey: {
    stages: ['reported'],
    events: answerSurvey,
  },
  recordRevisit: {
    stages: ['surveyed'],
    events: makeRevisit,
  },
  close: {
    stages: ['surveyed', 'revisited'],
    unless: (state) =>
      state.stage === 'surveyed' && state.revisit?.required !== false
        ? new DomainError('CASE.REVISIT_OUTSTANDING')
        : undefined,
    events: (state, _data, at) => [{ type: 'CaseClosed', data: {} }, ...stopAll(state.clocks, at)],
  },
  cancel: {
    stages: OPEN,
    whilePaused: true,
    events: (state, data, at) => [{ type: 'CaseCancelled', data }, ...stopAll(state.clocks, at)],
  },
  pause: {
    stages: OPEN,
    events: (state, data, at) => [
      { type: 'CasePaused', data },
      ...pauseClocks(state.clocks, Object.keys(state.clocks), at),
    ],
  },
  resume: {
    stages: OPEN,
    whilePaused: true,
    unless: (state) => (state.paused ? undefined : new DomainError('CASE.NOT_PAUSED')),
    events: (state, _data, at) => [{ type: 'CaseResumed', data: {} }, ...resumeClocks(state.clocks, at)],
  },
  changePriority: {
    stages: OPEN,
    whilePaused: true,
    events: (state, data) => {
      if (data.priority === state.priority) throw new DomainError('CASE.SAME_PRIORITY', {}, 'data.priority');
      return [{ type: 'PriorityChanged', data }, ...changeFacts(state.clocks, { priority: data.priority })];
    },
  },
  overruleEntitlement: {
    // What the report has charged or posted is not changed behind its back.
    stages: BEFORE_REPORT,
    whilePaused: true,
    events: overrule,
  },
  addNote: {
    stages: ALL,
    whilePaused: true,
    events: (_state, data) => [{ type: 'NoteAdded', data }],
  },
  attach: {
    stages: ALL,
    whilePaused: true,
    events: (state, data) => {
      refuseAttachedAlready(state, data.attachment);
      return [{ type: 'FileAttached', data }];
    },
  },
  join: {
    // The sender is answered first (R1); then there is one case to carry on with.
    stages: BEFORE_DISPATCH,
    whilePaused: true,
    unless: (state) => (state.stage === 'registered' ? new DomainError('CASE.NOT_ANSWERED') : undefined),
    events: (state, data, at) => {
      if (data.into === state.registration.caseNumber)
        throw new DomainError('CASE.CANNOT_JOIN_ITSELF', {}, 'data.into');
      return [{ type: 'CaseJoined', data }, ...stopAll(state.clocks, at)];
    },
  },
  recordJoinedRequest: {
    stages: OPEN,
    whilePaused: true,
    events: (_state, data) => [{ type: 'RequestJoined', data }],
  },
  completeFollowUp: {
    stages: ALL,
    whilePaused: true,
    isPointless: ({ followUps }) => followUps.length === 0,
    events: (state, data) => {
      if (!state.followUps.some(({ key }) => key === data.key))
        throw new DomainError('CASE.NO_SUCH_TASK', { key: data.key }, 'data.key');
      if (data.key === REPEAT_KEY) throw new DomainError('CASE.REPEAT_NOT_ATTRIBUTED', {}, 'data.key');
      return [{ type: 'FollowUpDone', data }];
    },
  },
};
