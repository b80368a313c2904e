import { HQ } from '../../identity/scope';
import type { JsonObject } from '../../json';
import type { Effect, Recipient } from '../../process/decider';
import { workOf } from '../deadlines';
import { centreOf, deskOf, followUpOwner, ownerOf } from './owner';
import type { Owner } from './owner-terms';
import type { RegisteredCase } from '../state';

export type Notify = Extract<Effect, { kind: 'notify' }>;

/** An immediate message about a case, with its number and subject. */
export const tell = (
  { registration }: RegisteredCase,
  to: Recipient,
  template: string,
  params: JsonObject = {},
): Notify => ({
  kind: 'notify',
  template,
  to,
  params: { caseNumber: registration.caseNumber, subject: registration.subject, ...params },
  urgency: 'now',
});

/** The same to the customer; none without a known contact. */
export const notifyCustomer = (state: RegisteredCase, template: string, params: JsonObject = {}): Notify[] =>
  customerOf(state).map((to) => tell(state, to, template, params));

function customerOf(state: RegisteredCase): Recipient[] {
  if (state.customer) return [{ customerId: state.customer.id }];
  const address = state.registration.sender.email ?? state.registration.sender.phone;
  return address === undefined ? [] : [{ address }];
}

export const toRecipient = ({ role, organisationId, staffId }: Owner): Recipient =>
  staffId === undefined ? { role, organisationId } : { staffId };

/** Current owner of the case, else its desk. */
export const ownerRecipient = (state: RegisteredCase): Recipient =>
  toRecipient(ownerOf(state) ?? deskOf(state));

/** Recipient for a clock's notices: side tasks have owners of their own. */
export function clockRecipient(state: RegisteredCase, clock: string): Recipient {
  const [first] = clock === 'action-item' ? workOf(state) : [];
  return first ? toRecipient(followUpOwner(state, first)) : ownerRecipient(state);
}

/** Escalation levels of a promise: its owner, the centre's director, HQ's service manager. */
export function escalationTarget(state: RegisteredCase, to: string, clock: string): Recipient {
  if (to === 'owner') return clockRecipient(state, clock);
  if (to === 'hq-service-manager') return { role: to, organisationId: HQ };
  return { role: to, organisationId: centreOf(state) };
}
