import { nameOf } from '../identity/actor';
import type { JsonObject } from '../json';
import { reasonOf } from '../notices/told';
import type { Effect, Recorded } from '../process/decider';
import { approvalMessages } from './approval/messages';
import type { CaseEvent } from './events';
import { lateness } from './common/lateness';
import { offerMessages } from './dispatch/messages';
import { joinedMessages } from './intake/joined-messages';
import { deskOf, followUpOwner } from './common/owner';
import { QUOTE_CLOCK } from './quote/quote';
import { quoteMessages, quoteReminder } from './quote/messages';
import {
  clockRecipient,
  escalationTarget,
  ownerRecipient,
  tell,
  tellCustomer,
  toRecipient,
} from './common/recipients';
import { isForCustomer } from './report/terms';
import type { RegisteredCase } from './state';

/** Who is told what because of an event; events that are not named here are told to nobody. */
export function messagesOf(state: RegisteredCase, event: Recorded<CaseEvent>): readonly Effect[] {
  const aboutApproval = approvalMessages(state, event);
  if (aboutApproval) return aboutApproval;
  switch (event.type) {
    case 'CaseRegistered':
      return [
        tell(state, ownerRecipient(state), 'case-registered', { channel: event.data.channel }),
        ...tellCustomer(state, 'request-received', { requestNumber: event.data.requestNumber }),
      ];
    case 'QuestionEscalated':
      return [tell(state, ownerRecipient(state), 'question-escalated', { question: event.data.question })];
    case 'RequestAnswered':
      return tellCustomer(state, 'request-answered', { answer: event.data.text });
    case 'OfferMade':
    case 'OfferPassedOn':
    case 'OfferAccepted':
    case 'OfferWithdrawn':
      return offerMessages(state, event);
    case 'EngineerDispatched': {
      const { engineer, appointment } = event.data;
      const params = { from: appointment.from, to: appointment.to, engineer: engineer.name };
      return [
        tell(state, { staffId: engineer.id }, 'work-order', params),
        ...tellCustomer(state, 'engineer-appointed', params),
      ];
    }
    case 'EngineerReassigned': {
      const { engineer, previous, reason } = event.data;
      const params = { ...state.dispatch?.appointment, engineer: engineer.name };
      return [
        ...(previous ? [tell(state, { staffId: previous.id }, 'work-order-reassigned', { reason })] : []),
        tell(state, { staffId: engineer.id }, 'work-order', params),
        ...tellCustomer(state, 'engineer-appointed', params),
      ];
    }
    case 'AppointmentMoved': {
      const { from, to } = event.data.appointment;
      const engineer = state.dispatch?.engineer;
      return [
        ...(engineer ? [tell(state, { staffId: engineer.id }, 'appointment-moved', { from, to })] : []),
        ...tellCustomer(state, 'appointment-moved', { from, to }),
      ];
    }
    case 'EngineerAbsent': {
      const { from, to } = event.data;
      const engineer = state.dispatch?.engineer.name ?? event.data.engineerId;
      return [tell(state, toRecipient(deskOf(state)), 'engineer-absent', { engineer, from, to })];
    }
    case 'EngineerDeparted': {
      const engineer = state.dispatch?.engineer.name;
      return engineer === undefined ? [] : tellCustomer(state, 'engineer-on-the-way', { engineer });
    }
    case 'VisitLeftUnfinished': {
      const { reason, note } = event.data;
      return [
        tell(state, toRecipient(deskOf(state)), 'visit-unfinished', { reason, note }),
        ...tellCustomer(state, 'another-visit', { reason }),
      ];
    }
    case 'VerificationFailed':
      return [
        tell(state, toRecipient(deskOf(state)), 'verification-failed', { note: event.data.note ?? '' }),
      ];
    case 'PartsAwaited':
      return tellCustomer(state, 'awaiting-parts', { orderNumber: event.data.order });
    case 'PartsProgressed':
      return event.data.progress.stage === 'cancelled'
        ? [tell(state, toRecipient(deskOf(state)), 'parts-not-coming', { orderNumber: event.data.order })]
        : [];
    case 'PartsArrived':
      return [
        tell(state, toRecipient(deskOf(state)), 'parts-arrived'),
        ...tellCustomer(state, 'parts-arrived'),
      ];
    case 'LinkSent':
      return tellCustomer(state, 'case-link');
    case 'QuoteOffered':
    case 'QuoteAccepted':
    case 'QuoteRefused':
    case 'QuoteLapsed':
    case 'QuoteVoided':
    case 'CaseLeftUnrepaired':
    case 'InvoiceIssued':
    case 'InvoiceCredited':
      return quoteMessages(state, event);
    case 'SurveyAsked':
      return tellCustomer(state, 'survey-asked');
    case 'CaseReopened':
      return [
        tell(state, ownerRecipient(state), 'case-reopened', { reason: event.data.reason }),
        ...tellCustomer(state, 'served-again'),
      ];
    case 'CaseClosed':
      return tellCustomer(state, 'case-closed');
    case 'CaseCancelled': {
      const { reason } = event.data;
      const engineer = state.dispatch?.engineer;
      return [
        ...tellCustomer(state, 'case-cancelled', { reason }),
        ...(engineer ? [tell(state, { staffId: engineer.id }, 'work-order-cancelled', { reason })] : []),
      ];
    }
    case 'CaseResumed':
      return event.data.byItself ? [tell(state, ownerRecipient(state), 'pause-over')] : [];
    case 'CaseHandedOver': {
      const { to, reason } = event.data;
      const by = nameOf(event.actor);
      return [tell(state, { staffId: to.id }, 'case-handed-over', { by, reason })];
    }
    case 'JoinAgreed':
      return joinedMessages(state, event.data);
    case 'CaseJoined':
      return event.data.tellsSender ? tellCustomer(state, 'taken-elsewhere', { into: event.data.into }) : [];
    case 'JoinRefused': {
      const { into, why } = event.data;
      return [tell(state, toRecipient(deskOf(state)), 'join-refused', { into, reason: { ...why } })];
    }
    case 'FollowUpOpened': {
      const params = { kind: event.data.kind, reason: reasonOf(event.data) };
      return [tell(state, toRecipient(followUpOwner(state, event.data)), 'follow-up', params)];
    }
    case 'ClockWarned':
      // R4, design decision 5: a warning can wait for the recipient's working hours; a breach cannot.
      if (event.data.clock === QUOTE_CLOCK) return quoteReminder(state);
      return event.data.clock === 'survey'
        ? tellCustomer(state, 'survey-reminder')
        : [
            {
              ...tell(
                state,
                clockRecipient(state, event.data.clock),
                'clock-warned',
                clockParams(state, event.data),
              ),
              urgency: 'working-hours',
            },
          ];
    case 'ClockBreached':
      // A quote that ends undecided lapses at once, and that is told.
      if (event.data.clock === QUOTE_CLOCK) return [];
      return [
        tell(
          state,
          clockRecipient(state, event.data.clock),
          'clock-breached',
          clockParams(state, event.data),
        ),
      ];
    case 'ClockEscalated':
      return [
        tell(
          state,
          escalationTarget(state, event.data.to, event.data.clock),
          'clock-escalated',
          clockParams(state, event.data),
        ),
      ];
    default:
      return [];
  }
}

/** R18: the customer has been handed the report as it was. */
export const correctionsOf = (state: RegisteredCase, event: Recorded<CaseEvent>): readonly Effect[] =>
  event.type === 'ReportAmended' && event.data.changes.some(isForCustomer)
    ? tellCustomer(state, 'report-amended', { reason: event.data.reason })
    : [];

const clockParams = (
  state: RegisteredCase,
  data: Parameters<typeof lateness>[1] & { readonly clock: string; readonly dueAt: string },
): JsonObject => ({ clock: data.clock, dueAt: data.dueAt, late: lateness(state, data) });
