import type { EffectOf } from '../process/decider';

/** Every call to parts and finance that a parts order makes, or takes another back by. */
export type OrderCall =
  | 'reserveParts'
  | 'releaseParts'
  | 'requestPurchase'
  | 'recordPurchase'
  | 'receiveGoods'
  | 'cancelPurchase'
  | 'shipParts'
  | 'settleShipment'
  | 'recallShipment'
  | 'correctShipment'
  | 'expectReturn'
  | 'takeInReturn'
  | 'forwardReturn'
  | 'writeOffReturn'
  | 'cancelReturn'
  | 'chargeOutlet'
  | 'reverseCost';
export type OrderEffect = EffectOf<OrderCall>;
