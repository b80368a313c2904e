import { reasonFields } from '../notices/reasons';
import type { Task } from '../process/task';
import { clocksOf, isWrongComingBack } from './deadlines';
import {
  awaitingDepots,
  deskOf,
  followUpOwner,
  holdingDepots,
  keeperOf,
  PURCHASING,
  type OrderOwner,
} from './owner';
import { isOnItsWay, needOf, oldPartsInDepots, oldPartsOutstanding, onOrderOf } from './quantities';
import { isRequested, type OrderState, type RequestedOrder } from './state';
import type { OrderTaskKind } from './task-names';
import type { OrderClock, OrderFollowUpKind } from './terms';

/** Next tasks of an order, each with its owner. */
export function tasks(state: OrderState): readonly Task[] {
  if (!isRequested(state)) return [];
  return [...supplyTasks(state), ...deliveryTasks(state), ...oldPartTasks(state), ...followUpTasks(state)];
}

function supplyTasks(state: RequestedOrder): Task[] {
  const { order } = state;
  const short = order.lines.filter((line) => needOf(state, line) > 0);
  return [
    ...short.map(({ line }) =>
      task(state, keeperOf(order.regionId), {
        key: `reserve:${line}`,
        kind: 'reserve-parts',
        params: { line },
      }),
    ),
    ...state.purchases
      .filter((one) => one.failed !== true && one.received < one.quantity && onOrderOf(state, one.line) > 0)
      .filter(() => state.cancelled === undefined)
      .map(({ purchase, supplier, depot }) =>
        supplier === undefined
          ? task(state, PURCHASING, { key: `buy:${purchase}`, kind: 'buy-parts', params: { purchase } })
          : task(state, keeperOf(depot), {
              key: `receive:${purchase}`,
              kind: 'receive-goods',
              params: { purchase },
            }),
      ),
    ...holdingDepots(state).map((depot) =>
      task(state, keeperOf(depot), { key: `ship:${depot}`, kind: 'ship-parts', params: { depot } }),
    ),
  ];
}

function deliveryTasks(state: RequestedOrder): Task[] {
  const awaited = state.cancelled ? [] : state.shipments.filter(isOnItsWay);
  return [
    ...awaited.map(({ shipment }) =>
      task(state, deskOf(state), { key: `confirm:${shipment}`, kind: 'confirm-parts', params: { shipment } }),
    ),
    ...awaitingDepots(state).map((depot) =>
      task(state, keeperOf(depot), {
        key: `take-back:${depot}`,
        kind: 'take-back-parts',
        params: { depot },
        clock: returnClock(state),
      }),
    ),
  ];
}

const returnClock = (state: RequestedOrder): OrderClock => {
  if (state.cancelled) return 'parts-recall';
  return isWrongComingBack(state) ? 'part-return' : 'parts-delivery';
};

function oldPartTasks(state: RequestedOrder): Task[] {
  const { outletId, engineerId, regionId } = state.order;
  if (oldPartsOutstanding(state).length > 0)
    return [
      task(
        state,
        { role: 'repair-engineer', organisationId: outletId, staffId: engineerId },
        { key: 'old-parts', kind: 'return-old-parts', clock: 'old-part-return' },
      ),
    ];
  return oldPartsInDepots(state) > 0
    ? [
        task(state, keeperOf(regionId), {
          key: 'forward',
          kind: 'forward-old-parts',
          clock: 'old-part-forwarding',
        }),
      ]
    : [];
}

const followUpTasks = (state: RequestedOrder): Task[] =>
  state.followUps.map((followUp) => ({
    ...task(state, followUpOwner(state, followUp.kind), {
      key: `follow-up:${followUp.key}`,
      kind: followUp.kind,
      params: { key: followUp.key, ...reasonFields(followUp) },
      clock: 'action-item',
    }),
    openedAt: followUp.openedAt,
  }));

const task = (
  state: RequestedOrder,
  { role, organisationId, staffId }: OrderOwner,
  {
    key,
    kind,
    params = {},
    clock = 'parts-delivery',
  }: Pick<Task, 'key'> & {
    readonly kind: OrderTaskKind | OrderFollowUpKind;
    readonly params?: Task['params'];
    readonly clock?: OrderClock;
  },
): Task => ({
  key,
  kind,
  role,
  organisationId,
  ...(staffId !== undefined && { staffId }),
  ...(clocksOf(state)[clock] && { clock }),
  openedAt: state.stageSince,
  params,
});
