import { planRefusal } from '../approval/approvals';
import { orderRefusal, orderParts, recordPartsProgress } from './orders';
import type { RuleBook } from '../rule';

/** Parts on order, and what the order tells (R19). */
export const PARTS_RULES: RuleBook<'orderParts' | 'recordPartsProgress'> = {
  orderParts: {
    at: ['classified', 'on-site', 'awaiting-parts'],
    unless: orderRefusal,
    isPointless: (state) => planRefusal(state) !== undefined,
    events: orderParts,
  },
  // An order may end after its case, of which it is no longer news that holds anything up.
  recordPartsProgress: { by: 'system', at: 'always', whilePaused: true, events: recordPartsProgress },
};
