import { deskOf } from '../../common/owner';
import { tell, notifyCustomer, toRecipient } from '../../common/recipients';
import type { Messages } from '../../effects';
import type { RepairEvents } from './case-terms';

export const REPAIR_MESSAGES: Messages<keyof RepairEvents> = {
  VerificationFailed: (state, { data }) => [
    tell(state, toRecipient(deskOf(state)), 'verification-failed', { note: data.note ?? '' }),
  ],
  CaseLeftUnrepaired: (state) => notifyCustomer(state, 'case-left-unrepaired'),
};
