import { deskOf } from '../common/owner';
import { ownerRecipient, tell, notifyCustomer, toRecipient } from '../common/recipients';
import type { Messages } from '../effects';
import type { IntakeEvents } from './case-terms';
import { joinedMessages } from './joined-messages';

export const INTAKE_MESSAGES: Messages<keyof IntakeEvents> = {
  CaseRegistered: (state, { data }) => [
    tell(state, ownerRecipient(state), 'case-registered', { channel: data.channel }),
    ...notifyCustomer(state, 'request-received', { requestNumber: data.requestNumber }),
  ],
  QuestionEscalated: (state, { data }) => [
    tell(state, ownerRecipient(state), 'question-escalated', { question: data.question }),
  ],
  RequestAnswered: (state, { data }) => notifyCustomer(state, 'request-answered', { answer: data.text }),
  JoinAgreed: (state, { data }) => joinedMessages(state, data),
  CaseJoined: (state, { data }) =>
    data.tellsSender ? notifyCustomer(state, 'taken-elsewhere', { into: data.into }) : [],
  JoinRefused: (state, { data: { into, why } }) => [
    tell(state, toRecipient(deskOf(state)), 'join-refused', { into, reason: { ...why } }),
  ],
};
