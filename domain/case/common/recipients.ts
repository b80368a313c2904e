import { HQ } from '../../identity/scope';
import type { JsonObject } from '../../json';
import type { Effect, Recipient } from '../../process/decider';
import { workOf } from '../deadlines';
import { centreOf, deskOf, followUpOwner, ownerOf, type Owner } from './owner';
import type { RegisteredCase } from '../state';

export type Notify = Extract<Effect, { kind: 'notify' }>;

/** A message about a case, told at once; number and subject go with it. */
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

/** The same for the customer; nothing where nobody knows how to reach them. */
export const tellCustomer = (state: RegisteredCase, template: string, params: JsonObject = {}): Notify[] =>
  customerOf(state).map((to) => tell(state, to, template, params));

function customerOf(state: RegisteredCase): Recipient[] {
  if (state.customer) return [{ customerId: state.customer.id }];
  const address = state.registration.sender.email ?? state.registration.sender.phone;
  return address === undefined ? [] : [{ address }];
}

export const toRecipient = ({ role, organisationId, staffId }: Owner): Recipient =>
  staffId === undefined ? { role, organisationId } : { staffId };

/** Whoever has the case, else the desk that looks after it. */
export const ownerRecipient = (state: RegisteredCase): Recipient =>
  toRecipient(ownerOf(state) ?? deskOf(state));

/** Whoever has to see to what a clock waits for: work beside the flow has an owner of its own. */
export function clockRecipient(state: RegisteredCase, clock: string): Recipient {
  const [first] = clock === 'action-item' ? workOf(state) : [];
  return first ? toRecipient(followUpOwner(state, first)) : ownerRecipient(state);
}

/** The ladder of a promise: whoever has it to keep, the centre's director, HQ's service manager. */
export function escalationTarget(state: RegisteredCase, to: string, clock: string): Recipient {
  if (to === 'owner') return clockRecipient(state, clock);
  if (to === 'hq-service-manager') return { role: to, organisationId: HQ };
  return { role: to, organisationId: centreOf(state) };
}
