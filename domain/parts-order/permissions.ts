import { DESK, FIELD, STORES, SUPERVISORS, type Role } from '../identity/roles';

/** Roles that may give each command of a parts order (R12). */
export const ORDER_PERMISSIONS = {
  'partsOrder.reserve': [...STORES, ...DESK],
  'partsOrder.orderFromSupplier': ['purchasing'],
  'partsOrder.receiveGoods': STORES,
  // An outlet's store is kept by its engineers.
  'partsOrder.ship': [...STORES, ...FIELD],
  'partsOrder.confirmReceipt': [...DESK, ...FIELD],
  'partsOrder.correctReceipt': [...DESK, ...FIELD],
  'partsOrder.readdress': DESK,
  'partsOrder.reportLost': [...STORES, ...DESK],
  'partsOrder.takeBack': [...STORES, ...FIELD],
  'partsOrder.receiveOldParts': STORES,
  'partsOrder.forwardOldParts': STORES,
  'partsOrder.chargeOldParts': [...SUPERVISORS, 'stock-accountant'],
  'partsOrder.cancel': DESK,
  'partsOrder.completeFollowUp': [...DESK, ...STORES, 'purchasing'],
} as const satisfies Readonly<Record<`partsOrder.${string}`, readonly Role[]>>;
