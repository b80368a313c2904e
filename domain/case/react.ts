import type { JsonObject } from '../json';
import type { Effect, Recipient, Recorded } from '../process/decider';
import { HQ } from '../identity/scope';
import type { Dispatch, JoinedRequest } from './commands';
import type { CaseEvent } from './events';
import { deskOf, followUpOwner, ownerOf, type Owner } from './owner';
import { reportCost, tripCost } from './service-report';
import { isRegistered, type CaseState, type RegisteredCase } from './state';

/** What the world is asked to do because of an event: messages, calls to parts and finance with their undo, other processes. */
export function react(state: CaseState, event: Recorded<CaseEvent>): readonly Effect[] {
  if (!isRegistered(state)) return [];
  const tell = (to: Recipient, template: string, params: JsonObject = {}): Effect => ({
    kind: 'notify',
    template,
    to,
    params: { caseNumber: state.registration.caseNumber, subject: state.registration.subject, ...params },
    urgency: 'now',
  });
  const customer = customerOf(state);
  const owner = toRecipient(ownerOf(state) ?? deskOf(state));
  switch (event.type) {
    case 'CaseRegistered':
      return [
        tell(owner, 'case-registered', { channel: event.data.channel }),
        ...customer.map((to) => tell(to, 'request-received', { requestNumber: event.data.requestNumber })),
      ];
    case 'QuestionEscalated':
      return [tell(owner, 'question-escalated', { question: event.data.question })];
    case 'RequestAnswered':
      return customer.map((to) => tell(to, 'request-answered', { answer: event.data.text }));
    case 'EngineerDispatched': {
      const { engineer, appointment, parts } = event.data;
      const params = { from: appointment.from, to: appointment.to, engineer: engineer.name };
      return [
        tell({ staffId: engineer.id }, 'work-order', params),
        ...customer.map((to) => tell(to, 'engineer-appointed', params)),
        ...(parts.length > 0 ? [reserveParts(state, event.data)] : []),
      ];
    }
    case 'EngineerReassigned': {
      const { engineer, previous, reason } = event.data;
      const params = { ...state.dispatch?.appointment, engineer: engineer.name };
      return [
        ...(previous ? [tell({ staffId: previous.id }, 'work-order-reassigned', { reason })] : []),
        tell({ staffId: engineer.id }, 'work-order', params),
        ...customer.map((to) => tell(to, 'engineer-appointed', params)),
      ];
    }
    case 'AppointmentMoved': {
      const { from, to } = event.data.appointment;
      const engineer = state.dispatch?.engineer;
      return [
        ...(engineer ? [tell({ staffId: engineer.id }, 'appointment-moved', { from, to })] : []),
        ...customer.map((recipient) => tell(recipient, 'appointment-moved', { from, to })),
      ];
    }
    case 'EngineerDeparted': {
      const engineer = state.dispatch?.engineer.name;
      return engineer !== undefined
        ? customer.map((to) => tell(to, 'engineer-on-the-way', { engineer }))
        : [];
    }
    case 'FaultDiagnosed':
      return state.dispatch && event.data.parts.length > 0
        ? [reserveParts(state, { engineer: state.dispatch.engineer, parts: event.data.parts })]
        : [];
    case 'VisitLeftUnfinished': {
      const { reason, note } = event.data;
      return [
        tell(toRecipient(deskOf(state)), 'visit-unfinished', { reason, note }),
        ...customer.map((to) => tell(to, 'another-visit', { reason })),
        tripCost(state, event.data),
      ];
    }
    case 'UnitRepaired':
      return (state.reservationIds ?? []).map(issueParts);
    case 'CallSettled':
      // The parts system was slower than the engineer; for a case cancelled meanwhile the parts have been released.
      return event.data.call === 'reserveParts' &&
        event.data.outcome.ok &&
        state.repair !== undefined &&
        state.stage !== 'cancelled'
        ? [issueParts(event.data.key)]
        : [];
    case 'ServiceReported':
    case 'ReportAmended':
      return reportCost(state);
    case 'SurveyAsked':
      return customer.map((to) => tell(to, 'survey-asked'));
    case 'CaseClosed':
      return customer.map((to) => tell(to, 'case-closed'));
    case 'CaseCancelled':
      return [
        { kind: 'undo' },
        ...customer.map((to) => tell(to, 'case-cancelled', { reason: event.data.reason })),
        ...(state.dispatch
          ? [
              tell({ staffId: state.dispatch.engineer.id }, 'work-order-cancelled', {
                reason: event.data.reason,
              }),
            ]
          : []),
      ];
    case 'CaseJoined':
      return requestsOf(state).map((data) => ({
        kind: 'deliver',
        processType: 'serviceCase',
        processId: event.data.into,
        command: { type: 'recordJoinedRequest', data: { ...data } },
      }));
    case 'FollowUpOpened':
      return [
        tell(toRecipient(followUpOwner(state, event.data)), 'follow-up', {
          kind: event.data.kind,
          reason: event.data.reason,
        }),
      ];
    case 'ClockWarned':
      // R4, design decision 5: a warning can wait for the recipient's working hours; a breach cannot.
      return event.data.clock === 'survey'
        ? customer.map((to) => tell(to, 'survey-reminder'))
        : [{ ...notice(owner, 'clock-warned', clockParams(state, event.data)), urgency: 'working-hours' }];
    case 'ClockBreached':
      return [notice(owner, 'clock-breached', clockParams(state, event.data))];
    case 'ClockEscalated':
      return [
        notice(escalationTarget(state, event.data.to), 'clock-escalated', clockParams(state, event.data)),
      ];
    case 'CustomerIdentified':
    case 'CaseClassified':
    case 'EntitlementJudged':
    case 'EntitlementOverruled':
    case 'EngineerArrived':
    case 'RepeatRepairFound':
    case 'RepeatRepairAttributed':
    case 'CaseResolvedRemotely':
    case 'SurveyAnswered':
    case 'SurveyLapsed':
    case 'RevisitDecided':
    case 'RevisitAttempted':
    case 'RevisitMade':
    case 'CasePaused':
    case 'CaseResumed':
    case 'PriorityChanged':
    case 'NoteAdded':
    case 'FileAttached':
    case 'RequestJoined':
    case 'FollowUpDone':
    case 'ClockStarted':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockMet':
    case 'ClockStopped':
    case 'ClockFactsChanged':
    case 'ClockMoved':
    case 'ClockExpired':
      return [];
  }
}

/** The request of the case, and those that had been joined to it. */
const requestsOf = ({ registration, joinedRequests }: RegisteredCase): readonly JoinedRequest[] => [
  {
    requestNumber: registration.requestNumber,
    fromCase: registration.caseNumber,
    text: registration.text,
  },
  ...joinedRequests,
];

function customerOf(state: RegisteredCase): Recipient[] {
  if (state.customer) return [{ customerId: state.customer.id }];
  const address = state.registration.sender.email ?? state.registration.sender.phone;
  return address === undefined ? [] : [{ address }];
}

const toRecipient = ({ role, organisationId, staffId }: Owner): Recipient =>
  staffId === undefined ? { role, organisationId } : { staffId };

/** The ladder of a promise: whoever has the case, the centre's director, HQ's service manager. */
function escalationTarget(state: RegisteredCase, to: string): Recipient {
  if (to === 'owner') return toRecipient(ownerOf(state) ?? deskOf(state));
  if (to === 'hq-service-manager') return { role: to, organisationId: HQ };
  return { role: to, organisationId: deskOf(state).organisationId };
}

function notice(to: Recipient, template: string, params: JsonObject): Extract<Effect, { kind: 'notify' }> {
  return { kind: 'notify', template, to, params, urgency: 'now' };
}

const clockParams = (
  state: RegisteredCase,
  data: { clock: string; dueAt: string; late: boolean },
): JsonObject => ({
  caseNumber: state.registration.caseNumber,
  subject: state.registration.subject,
  clock: data.clock,
  dueAt: data.dueAt,
  late: data.late,
});

function reserveParts(
  state: RegisteredCase,
  { engineer, parts }: Pick<Dispatch, 'engineer' | 'parts'>,
): Effect {
  return {
    kind: 'call',
    call: 'reserveParts',
    input: {
      reference: state.registration.caseNumber,
      lines: parts.map(({ partNumber, quantity }) => ({ partNumber, quantity })),
      preferredDepots: [engineer.outletId, engineer.regionId, HQ],
    },
    undo: { call: 'releaseParts', input: {} },
  };
}

const issueParts = (reservationId: string): Effect => ({
  kind: 'call',
  call: 'issueParts',
  input: { reservationId },
});
