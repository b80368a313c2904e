import type { Bilingual } from '../bilingual';

/**
 * Where a parts order is (R19, R20): the step of whatever lags behind most. `recalling`: cancelled, with pieces on their way back;
 * `received`: the user has all of it, and old parts or wrong pieces are still to come back.
 */
export const ORDER_STAGES = [
  'unregistered',
  'requested',
  'procuring',
  'reserved',
  'shipped',
  'received',
  'closed',
  'recalling',
  'cancelled',
] as const;
export type OrderStage = (typeof ORDER_STAGES)[number];

/** Stages of orders that are over. */
export const ENDED_ORDER_STAGES: readonly OrderStage[] = ['closed', 'cancelled'];

export const ORDER_STAGE_NAMES: Readonly<Record<OrderStage, Bilingual>> = {
  unregistered: { en: 'unregistered', zh: '未登记' },
  requested: { en: 'requested', zh: '已申请' },
  procuring: { en: 'being procured', zh: '采购中' },
  reserved: { en: 'reserved', zh: '已预留' },
  shipped: { en: 'shipped', zh: '已发货' },
  received: { en: 'received', zh: '已收货' },
  closed: { en: 'closed', zh: '已完结' },
  recalling: { en: 'being recalled', zh: '召回中' },
  cancelled: { en: 'cancelled', zh: '已取消' },
};

/** The promises of a parts order, each a clock. */
export type OrderClock =
  | 'parts-delivery'
  | 'old-part-return'
  | 'parts-recall'
  | 'part-return'
  | 'old-part-forwarding'
  | 'action-item';

export const ORDER_CLOCK_NAMES: Readonly<Record<OrderClock, Bilingual>> = {
  'parts-delivery': { en: 'delivery of parts', zh: '备件送达' },
  'old-part-return': { en: 'return of defective parts', zh: '旧件返还' },
  'parts-recall': { en: 'return of recalled parts', zh: '召回备件入库' },
  'part-return': { en: 'return of wrong parts', zh: '错件退回' },
  'old-part-forwarding': { en: 'forwarding of defective parts', zh: '旧件返厂' },
  'action-item': { en: 'action item', zh: '待办事项' },
};

/** Work beside the flow of a parts order that waits for a person. */
export type OrderFollowUpKind =
  'call-failed' | 'undo-failed' | 'carrier-claim' | 'parts-with-user' | 'parts-on-another-way';
