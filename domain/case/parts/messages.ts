import { deskOf } from '../common/owner';
import { tell, notifyCustomer, toRecipient } from '../common/recipients';
import type { Messages } from '../effects';
import type { PartsEvents } from './case-terms';

export const PARTS_MESSAGES: Messages<keyof PartsEvents> = {
  PartsAwaited: (state, { data }) => notifyCustomer(state, 'awaiting-parts', { orderNumber: data.order }),
  PartsProgressed: (state, { data }) =>
    data.progress.stage === 'cancelled'
      ? [tell(state, toRecipient(deskOf(state)), 'parts-not-coming', { orderNumber: data.order })]
      : [],
  PartsArrived: (state) => [
    tell(state, toRecipient(deskOf(state)), 'parts-arrived'),
    ...notifyCustomer(state, 'parts-arrived'),
  ],
};
