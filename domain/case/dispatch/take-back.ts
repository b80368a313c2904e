import type { TakeBack } from '../common/taking-back';
import { isOnSite } from '../terms';
import { endOffer, withdrawal } from './offers';

/** An open offer is pointless where no engineer is to be sent. The clocks of a case that ends all stop together. */
export const takeBackOffer: TakeBack = (state, why, at) => {
  switch (why.end) {
    case 'cancelled':
      return endOffer(state, { end: why.end, reason: why.reason });
    case 'joined':
      return endOffer(state, { end: why.end });
    case 'resolved':
      return withdrawal(state, { end: why.end }, at);
    case 'reclassified':
      return isOnSite(why.becoming.requestType) ? [] : withdrawal(state, { end: why.end }, at);
    case 'closed':
      return [];
  }
};
