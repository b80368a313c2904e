import { asJson } from '../../json';
import type { Actor } from '../../identity/actor';
import type { CaseCall, CaseEffect } from '../common/call-terms';
import type { CaseEvent } from '../events';
import type { Sender } from '../facts';
import type { CustomerIdentification, CustomerMerging, LearnedContacts } from './identification-terms';
import type { RegisteredCase } from '../state';

/** The call that teaches a customer's file how its people are reached. */
export const LEARN_CONTACTS = 'learnContacts' satisfies CaseCall;

/**
 * Contacts that a customer's file learns from an identified sender: numbers and addresses of their own
 * people, so that the next call is recognised. Excludes a dealer, agent or salesperson who asked for a
 * customer; includes a dealer who is the customer.
 */
export function learnedOf(
  { kind, phone, email }: Sender,
  { customerKind, remember = true }: CustomerIdentification,
): LearnedContacts | undefined {
  if (customerKind === undefined || !remember) return undefined;
  if (kind !== 'customer' && customerKind !== 'dealer') return undefined;
  if (phone === undefined && email === undefined) return undefined;
  return { ...(phone !== undefined && { phone }), ...(email !== undefined && { email }) };
}

export const learnContacts = (
  { registration }: RegisteredCase,
  customerId: string,
  { learned, by }: { readonly learned: LearnedContacts; readonly by: Actor },
): CaseEffect => ({
  kind: 'call',
  call: LEARN_CONTACTS,
  input: asJson({ customerId, learned, name: registration.sender.name, by: by.id }),
});

/**
 * The case's prospect has become a customer. Returns nothing when the case knows already, or has another
 * customer.
 */
export const recordMerged = (state: RegisteredCase, merging: CustomerMerging): readonly CaseEvent[] =>
  state.customer && state.customer.id !== merging.customer.id
    ? [{ type: 'CustomerMerged', data: { ...merging, previous: state.customer } }]
    : [];

/** The merge has been taken back, and the case is the prospect's again. */
export const recordUnmerged = (
  { customerMerge }: RegisteredCase,
  { mergeId }: { readonly mergeId: string },
): readonly CaseEvent[] =>
  customerMerge?.id === mergeId
    ? [{ type: 'CustomerUnmerged', data: { mergeId, customer: customerMerge.previous } }]
    : [];
