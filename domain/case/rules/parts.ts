import { notOrderableBy, orderParts, recordPartsProgress } from '../parts-orders';
import { OPEN, type RuleBook } from '../rule';

/** Parts on order, and what the order tells (R19). */
export const PARTS_RULES: RuleBook<'orderParts' | 'recordPartsProgress'> = {
  orderParts: {
    stages: ['classified', 'on-site', 'awaiting-parts'],
    unless: notOrderableBy,
    events: orderParts,
  },
  recordPartsProgress: { stages: OPEN, whilePaused: true, events: recordPartsProgress },
};
