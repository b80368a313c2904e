import { nameOf } from '../identity/actor';
import { evolveClocks, isClockEvent } from '../clock/clocks';
import type { Recorded } from '../process/decider';
import { boundedCorrections } from './bounded';
import type { LineQuantity } from './commands';
import type { OrderEvent } from './events';
import { callKey, isRequested, type Hold, type OrderState, type ShipmentItem } from './state';

/** The order after one more event. */
export function evolve(state: OrderState, event: Recorded<OrderEvent>): OrderState {
  if (isClockEvent(event)) return { ...state, clocks: evolveClocks(state.clocks, event) };
  const { at } = event;
  if (event.type === 'PartsRequested') return { ...state, order: event.data, requestedAt: at };
  if (event.type === 'OrderBarred')
    return {
      ...state,
      stage: 'cancelled',
      stageSince: at,
      cancelled: { reason: event.data.reason, at },
    };
  if (!isRequested(state)) return state;
  const key = callKey(state.order.number, event.seq);
  switch (event.type) {
    case 'OrderRedirected': {
      const { previous: _previous, ...destination } = event.data;
      return { ...state, order: { ...state.order, ...destination } };
    }
    case 'OrderReaddressed':
      return { ...state, order: { ...state.order, consignee: event.data.consignee } };
    case 'ReservationAsked':
      return { ...state, asked: [...state.asked, { key, ...event.data }] };
    case 'PartsHeld':
      return {
        ...withoutAsked(state, event.data.key),
        holds: [...state.holds, event.data],
      };
    case 'PurchaseAsked':
      return { ...state, purchases: [...state.purchases, { ...event.data, key, received: 0 }] };
    case 'PurchaseOrdered': {
      const { purchase, ...progress } = event.data;
      return {
        ...state,
        purchases: state.purchases.map((one) => (one.purchase === purchase ? { ...one, ...progress } : one)),
      };
    }
    case 'GoodsReceived': {
      const { purchase, line, quantity } = event.data;
      return {
        ...state,
        asked: [...state.asked, { key, line, quantity }],
        purchases: state.purchases.map((one) =>
          one.purchase === purchase ? { ...one, received: one.received + quantity } : one,
        ),
      };
    }
    case 'PartsShipped': {
      const { items, ...parcel } = event.data;
      const consignee = state.order.consignee;
      const shipped = items.map((item) => ({ ...item, received: 0, wrong: 0, lost: 0, back: 0 }));
      return {
        ...state,
        holds: items
          .flatMap(({ from }) => from)
          .reduce((holds, taken) => without(holds, taken, parcel.depot), state.holds),
        shipments: [...state.shipments, { ...parcel, key, shippedAt: at, consignee, items: shipped }],
      };
    }
    case 'ShipmentFailed': {
      const failed = state.shipments.find(({ shipment }) => shipment === event.data.shipment);
      const given = (failed?.items ?? []).flatMap(({ line, from }) =>
        from.map(({ reservationId, quantity }) => ({
          key: reservationId,
          line,
          picks: [{ depot: failed?.depot ?? '', quantity }],
        })),
      );
      return {
        ...state,
        ...(state.cancelled === undefined && { holds: [...state.holds, ...given] }),
        shipments: state.shipments.filter((one) => one !== failed),
      };
    }
    case 'ReceiptConfirmed':
      return onItems({ ...state, shipments: confirmed(state, event.data.shipment, event) }, event.data, {
        items: event.data.items,
        change: (item, { received, wrong, missing }) => ({
          ...item,
          received: item.received + received,
          wrong: item.wrong + wrong,
          lost: item.lost + missing,
        }),
      });
    case 'ReceiptCorrected': {
      const { shipment, items, reason } = event.data;
      const by = nameOf(event.actor);
      const shipments = state.shipments.map((one) =>
        one.shipment === shipment
          ? { ...one, corrections: boundedCorrections([...(one.corrections ?? []), { at, by, reason }]) }
          : one,
      );
      return onItems({ ...state, shipments }, event.data, {
        items,
        change: (item, { received, wrong, missing }) => ({ ...item, received, wrong, lost: missing }),
      });
    }
    case 'SurplusGivenUp': {
      const isKept = (one: { readonly key: string }): boolean => !event.data.keys.includes(one.key);
      return {
        ...state,
        asked: state.asked.filter(isKept),
        holds: state.holds.filter(isKept),
        purchases: state.purchases.map((one) => (isKept(one) ? one : { ...one, failed: true as const })),
      };
    }
    case 'UseRecorded': {
      const { items, isOver } = event.data;
      return { ...state, ...(items && { used: items }), ...(isOver && { isCaseOver: true as const }) };
    }
    case 'ShipmentLost':
      return onItems(state, event.data, {
        items: event.data.items,
        change: (item, { quantity }) => ({ ...item, lost: item.lost + quantity }),
      });
    case 'PartsTakenBack':
      return onItems(withUnfittedBack(state, event.data.unfitted), event.data, {
        items: event.data.items,
        change: (item, { quantity }) => ({ ...item, back: item.back + quantity }),
      });
    case 'OldPartsDue': {
      const items = event.data.items.map((item) => ({ ...item, received: 0, charged: 0 }));
      return { ...state, oldParts: { key, dueSince: at, items } };
    }
    case 'OldPartsReceived':
      return onOldParts(state, event.data.items, 'received');
    case 'OldPartsCharged': {
      const { items, amountCents, currency, reason } = event.data;
      const charge = { at, amountCents, currency, ...(reason !== undefined && { reason }) };
      // Orders of before have none in their records.
      return onOldParts({ ...state, ...(state.order.followsCase && { charge }) }, items, 'charged');
    }
    case 'OldPartsForwarded':
      return state.oldParts ? { ...state, oldParts: { ...state.oldParts, forwardedAt: at } } : state;
    case 'OrderCancelled':
      return { ...state, asked: [], holds: [], cancelled: { reason: event.data.reason, at } };
    case 'ProgressMade': {
      const { stage } = event.data;
      return { ...state, stage, ...(stage !== state.stage && { stageSince: at }) };
    }
    case 'CallSettled': {
      const { outcome, key: settled } = event.data;
      if (outcome.ok) return state;
      return {
        ...withoutAsked(state, settled),
        purchases: state.purchases.map((one) =>
          one.key === settled ? { ...one, failed: true as const } : one,
        ),
      };
    }
    case 'FollowUpOpened': {
      const others = state.followUps.filter((one) => one.key !== event.data.key);
      return { ...state, followUps: [...others, { ...event.data, openedAt: at }] };
    }
    case 'FollowUpDone':
      return { ...state, followUps: state.followUps.filter((one) => one.key !== event.data.key) };
  }
}

const withUnfittedBack = (state: OrderState, items: readonly LineQuantity[] = []): OrderState =>
  items.length === 0 ? state : { ...state, unfittedBack: [...(state.unfittedBack ?? []), ...items] };

const withoutAsked = (state: OrderState, key: string): OrderState => ({
  ...state,
  asked: state.asked.filter((one) => one.key !== key),
});

/** Takes shipped pieces out of the reservation that held them in that depot. */
function without(
  holds: readonly Hold[],
  taken: { readonly reservationId: string; readonly quantity: number },
  depot: string,
): readonly Hold[] {
  let left = taken.quantity;
  return holds.flatMap((hold) => {
    if (hold.key !== taken.reservationId) return [hold];
    const picks = hold.picks.flatMap((pick) => {
      if (pick.depot !== depot) return [pick];
      const used = Math.min(left, pick.quantity);
      left -= used;
      return pick.quantity > used ? [{ ...pick, quantity: pick.quantity - used }] : [];
    });
    return picks.length > 0 ? [{ ...hold, picks }] : [];
  });
}

function confirmed({ shipments }: OrderState, shipment: number, { at, actor }: Recorded<OrderEvent>) {
  const by = actor.kind === 'customer' ? 'customer' : 'staff';
  return shipments.map((one) =>
    one.shipment === shipment ? ({ ...one, confirmedAt: at, confirmedBy: by } as const) : one,
  );
}

function onItems<T extends { readonly line: number }>(
  state: OrderState,
  { shipment }: { readonly shipment: number },
  { items, change }: { items: readonly T[]; change: (item: ShipmentItem, by: T) => ShipmentItem },
): OrderState {
  return {
    ...state,
    shipments: state.shipments.map((parcel) =>
      parcel.shipment === shipment
        ? {
            ...parcel,
            items: parcel.items.map((item) => {
              const by = items.find(({ line }) => line === item.line);
              return by ? change(item, by) : item;
            }),
          }
        : parcel,
    ),
  };
}

function onOldParts(
  state: OrderState,
  items: readonly LineQuantity[],
  what: 'received' | 'charged',
): OrderState {
  const { oldParts } = state;
  if (!oldParts) return state;
  return {
    ...state,
    oldParts: {
      ...oldParts,
      items: oldParts.items.map((item) => {
        const by = items.find(({ line }) => line === item.line);
        return by ? { ...item, [what]: item[what] + by.quantity } : item;
      }),
    },
  };
}
