import type { TakeBack } from '../common/taking-back';
import { credited } from './invoices';
import { quoteAfter, voidQuote, withdrawQuote } from './quote';

/** A quote counts no longer than its reason. Charges for work done remain due; amending the report corrects them. */
export const takeBackQuote: TakeBack = (state, why, at) => {
  switch (why.end) {
    case 'cancelled':
      return [
        ...withdrawQuote(state, 'case-cancelled'),
        ...(why.keepsCharges ? [] : credited(state, 'case-cancelled')),
      ];
    case 'joined':
      return withdrawQuote(state, 'case-joined');
    case 'resolved':
      return voidQuote(state, 'resolved-remotely', at);
    case 'reclassified':
      return quoteAfter(state, why.becoming, at);
    case 'closed':
      return [];
  }
};
