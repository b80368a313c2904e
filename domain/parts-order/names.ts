import type { Bilingual } from '../bilingual';
import { FOLLOW_UP_NAMES } from '../case/names';
import type { OrderFollowUpKind } from './terms';

/** Names of a parts order's commands for people. */
export const ORDER_COMMAND_NAMES = {
  request: { en: 'request parts', zh: '申请备件' },
  redirect: { en: 'follow another engineer', zh: '随改派变更' },
  readdress: { en: 'change the address', zh: '更改收货信息' },
  reserve: { en: 'reserve again', zh: '重新预留' },
  orderFromSupplier: { en: 'order from the supplier', zh: '向供应商下单' },
  receiveGoods: { en: 'receive goods', zh: '到货入库' },
  ship: { en: 'ship parts', zh: '备件发货' },
  confirmReceipt: { en: 'confirm the receipt', zh: '确认收货' },
  correctReceipt: { en: 'correct the receipt', zh: '更正收货确认' },
  recordUse: { en: 'follow the service report', zh: '随报告单更新' },
  reportLost: { en: 'report a parcel lost', zh: '登记丢件' },
  takeBack: { en: 'return parts to stock', zh: '退回入库' },
  receiveOldParts: { en: 'receive defective parts', zh: '接收旧件' },
  forwardOldParts: { en: 'forward defective parts to the factory', zh: '旧件返厂' },
  chargeOldParts: { en: 'charge defective parts to the outlet', zh: '旧件扣款' },
  cancel: { en: 'cancel', zh: '取消' },
  completeFollowUp: { en: 'complete an action item', zh: '完成跟进' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const ORDER_FOLLOW_UP_NAMES: Readonly<Record<OrderFollowUpKind, Bilingual>> = {
  'call-failed': FOLLOW_UP_NAMES['call-failed'],
  'undo-failed': FOLLOW_UP_NAMES['undo-failed'],
  'carrier-claim': { en: 'a claim on the carrier', zh: '向承运商索赔' },
  'parts-with-user': { en: 'unused parts are with the customer', zh: '未使用的备件在用户处' },
  'parts-on-another-way': {
    en: 'parts are in transit to the address of the previous engineer',
    zh: '改派后，备件仍按原安排在途',
  },
};
