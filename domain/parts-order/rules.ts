import { startClock, stopAll } from '../clock/clocks';
import { DomainError } from '../errors';
import type { OrderPersonCommandType } from './commands';
import { namesOf } from './inputs';
import { correctReceipt } from './corrections';
import { confirmReceipt, reportLost, withUser } from './delivery';
import { readdress } from './destination';
import type { OrderEvent } from './events';
import { charge, receiveOldParts } from './old-parts';
import { holdingDepots } from './owner';
import { isOnItsWay, needOf, oldPartsInDepots, oldPartsOutstanding, receivedOf } from './quantities';
import { ALL_STAGES, UNDELIVERED, type OrderRule } from './rule';
import { isAnyToComeBack, takeBack } from './taking-back';
import type { RequestedOrder } from './state';
import { orderFromSupplier, receiveGoods, reserve, ship } from './supply';

const isNothingOnItsWay = ({ shipments }: RequestedOrder): boolean => !shipments.some(isOnItsWay);

/** Conditions and events of each command: the whole lifecycle of a parts order. */
export const ORDER_RULES: { readonly [T in OrderPersonCommandType]: OrderRule<T> } = {
  reserve: {
    stages: UNDELIVERED,
    isPointless: (state) => state.order.lines.every((line) => needOf(state, line) <= 0),
    events: reserve,
  },
  orderFromSupplier: { stages: ['procuring'], events: orderFromSupplier },
  receiveGoods: { stages: ['procuring'], events: receiveGoods },
  ship: {
    stages: ['requested', 'procuring', 'reserved'],
    isPointless: ({ holds }) => holds.length === 0,
    events: ship,
  },
  confirmReceipt: {
    stages: [...UNDELIVERED, 'recalling'],
    isPointless: isNothingOnItsWay,
    events: confirmReceipt,
  },
  correctReceipt: {
    stages: [...UNDELIVERED, 'received', 'recalling'],
    isPointless: ({ shipments }) => shipments.every(({ confirmedAt }) => confirmedAt === undefined),
    events: correctReceipt,
  },
  readdress: {
    stages: ['requested', 'procuring', 'reserved'],
    events: readdress,
  },
  reportLost: {
    stages: [...UNDELIVERED, 'received', 'recalling'],
    isPointless: isNothingOnItsWay,
    events: reportLost,
  },
  takeBack: {
    stages: ALL_STAGES,
    isPointless: (state) => !isAnyToComeBack(state),
    events: takeBack,
  },
  receiveOldParts: {
    stages: ['received'],
    isPointless: (state) => oldPartsOutstanding(state).length === 0,
    events: receiveOldParts,
  },
  forwardOldParts: {
    stages: ['received'],
    isPointless: (state) => oldPartsInDepots(state) === 0 || oldPartsOutstanding(state).length > 0,
    events: (state) => {
      if (oldPartsOutstanding(state).length > 0) throw new DomainError('PARTS_ORDER.OLD_PARTS_OUTSTANDING');
      if (oldPartsInDepots(state) === 0) throw new DomainError('PARTS_ORDER.NO_OLD_PARTS');
      return [{ type: 'OldPartsForwarded', data: {} }];
    },
  },
  chargeOldParts: {
    stages: ['received'],
    isPointless: (state) => oldPartsOutstanding(state).length === 0,
    events: (state, { reason }, at) => {
      if (oldPartsOutstanding(state).length === 0) throw new DomainError('PARTS_ORDER.NO_OLD_PARTS_DUE');
      return charge(state, at, reason);
    },
  },
  cancel: { stages: UNDELIVERED, events: (state, { reason }, at) => cancel(state, reason, at) },
  completeFollowUp: {
    stages: ALL_STAGES,
    isPointless: ({ followUps }) => followUps.length === 0,
    events: (state, data) => {
      if (!state.followUps.some(({ key }) => key === data.key))
        throw new DomainError('CASE.NO_SUCH_TASK', { key: data.key }, 'data.key');
      return [{ type: 'FollowUpDone', data }];
    },
  },
};

/** Everything is taken back: reservations, purchases, parcels on their way. What the user has, a person fetches. */
function cancel(state: RequestedOrder, reason: string, at: string): readonly OrderEvent[] {
  const delivered = state.order.lines.filter(({ line }) => receivedOf(state, line) > 0);
  const sending = state.shipments.filter(isOnItsWay).map(({ depot }) => depot);
  const depots = [...new Set([...holdingDepots(state), ...sending])];
  return [
    { type: 'OrderCancelled', data: { reason, depots } },
    ...stopAll(state.clocks, at),
    ...(state.shipments.some(isOnItsWay) ? [startClock('parts-recall', at, {})] : []),
    ...(delivered.length > 0 ? [withUser(namesOf(delivered))] : []),
  ];
}
