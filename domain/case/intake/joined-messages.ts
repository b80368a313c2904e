import type { Effect } from '../../process/decider';
import type { JoinEventData } from './joining-terms';
import { deskOf } from '../common/owner';
import { tell, toRecipient } from '../common/recipients';
import type { RegisteredCase } from '../state';

/** The desk hears what has been joined to the case, and so does the engineer who is on the way to it or there. */
export function joinedMessages(
  state: RegisteredCase,
  { fromCase, requestNumbers }: JoinEventData['JoinAgreed'],
): readonly Effect[] {
  const { dispatch, stage } = state;
  const isSent = stage === 'dispatched' || stage === 'on-site' || stage === 'repaired';
  const engineer = isSent ? dispatch?.engineer : undefined;
  const recipients = [toRecipient(deskOf(state)), ...(engineer ? [{ staffId: engineer.id }] : [])];
  return recipients.map((to) =>
    tell(state, to, 'request-joined', { fromCase, requests: requestNumbers.join(', ') }),
  );
}
