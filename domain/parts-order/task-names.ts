import type { Bilingual } from '../bilingual';

/** Kinds of task of a parts order. */
export const ORDER_TASK_NAMES = {
  'reserve-parts': { en: 'reserve parts', zh: '预留备件' },
  'buy-parts': { en: 'buy parts', zh: '采购备件' },
  'receive-goods': { en: 'receive the goods', zh: '到货入库' },
  'ship-parts': { en: 'ship the parts', zh: '备件发货' },
  'confirm-parts': { en: 'confirm the receipt of the parts', zh: '确认备件签收' },
  'take-back-parts': { en: 'take parts back', zh: '备件退回入库' },
  'return-old-parts': { en: 'return the old parts', zh: '返还旧件' },
  'forward-old-parts': { en: 'forward the old parts to the factory', zh: '旧件返厂' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type OrderTaskKind = keyof typeof ORDER_TASK_NAMES;
