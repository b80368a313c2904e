import { deskOf } from '../common/owner';
import { tell, notifyCustomer, toRecipient } from '../common/recipients';
import type { Messages } from '../effects';
import type { VisitEvents } from './case-terms';

export const VISIT_MESSAGES: Messages<keyof VisitEvents> = {
  EngineerDeparted: (state) => {
    const engineer = state.dispatch?.engineer.name;
    return engineer === undefined ? [] : notifyCustomer(state, 'engineer-on-the-way', { engineer });
  },
  VisitLeftUnfinished: (state, { data: { reason, note } }) => [
    tell(state, toRecipient(deskOf(state)), 'visit-unfinished', { reason, note }),
    ...notifyCustomer(state, 'another-visit', { reason }),
  ],
};
