import type { TakeBack } from '../common/taking-back';
import { dropAll, dropPlan } from './approvals';

/** Pending approvals are withdrawn; with a case that ends, its clocks stop. */
export const takeBackApproval: TakeBack = (state, why, at) => {
  switch (why.end) {
    case 'cancelled':
      return dropAll(state, 'case-cancelled', at);
    case 'joined':
      return dropAll(state, 'case-joined', at);
    case 'closed':
      return dropAll(state, 'case-closed', at);
    case 'resolved':
      return dropPlan(state, at);
    case 'reclassified':
      return [];
  }
};
