import type { EffectOf } from '../process/decider';

/** Every call to parts and finance that a parts order makes, or takes another back by. */
export const ORDER_CALLS = [
  'reserveParts',
  'releaseParts',
  'requestPurchase',
  'recordPurchase',
  'receiveGoods',
  'cancelPurchase',
  'shipParts',
  'settleShipment',
  'recallShipment',
  'correctShipment',
  'expectReturn',
  'takeInReturn',
  'forwardReturn',
  'writeOffReturn',
  'cancelReturn',
  'chargeOutlet',
  'reverseCost',
] as const;
export type OrderCall = (typeof ORDER_CALLS)[number];
export type OrderEffect = EffectOf<OrderCall>;
