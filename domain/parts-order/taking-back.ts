import type { LineQuantity, OrderCommandData } from './commands';
import type { OrderEffect } from './call-terms';
import { itemOf, parcelOf } from './delivery';
import type { OrderEvent } from './events';
import { named, outcomes, settleShipment } from './inputs';
import { comingBack, unfittedOf } from './quantities';
import { checkItems } from './refusals';
import type { RequestedOrder, ShipmentItem } from './state';

/** Unneeded pieces: the case is over, and a person has the task to collect them. */
const unneeded = (state: RequestedOrder, item: ShipmentItem): number =>
  state.followUps.some(({ kind }) => kind === 'parts-with-user')
    ? Math.max(0, Math.min(item.received, unfittedOf(state, item.line)))
    : 0;

export const isAnyToComeBack = (state: RequestedOrder): boolean =>
  state.shipments
    .flatMap(({ items }) => items)
    .some((item) => comingBack(state, item) > 0 || unneeded(state, item) > 0);

/** Wrong, recalled or unneeded pieces are in a depot again. Those that were on their way back are taken in first. */
export function takeBack(state: RequestedOrder, data: OrderCommandData['takeBack']): OrderEvent[] {
  const { shipment, depot } = data;
  const parcel = parcelOf(state, shipment);
  checkItems(data.items, (line) => {
    const item = itemOf(parcel, line);
    return item && comingBack(state, item) + unneeded(state, item);
  });
  const split = data.items.map(({ line, quantity }) => {
    const item = itemOf(parcel, line);
    const back = Math.min(quantity, item ? comingBack(state, item) : 0);
    return { line, back, unfitted: quantity - back };
  });
  const piecesOf = (what: 'back' | 'unfitted'): LineQuantity[] =>
    split.map((one) => ({ line: one.line, quantity: one[what] })).filter(({ quantity }) => quantity > 0);
  const unfitted = piecesOf('unfitted');
  return [
    {
      type: 'PartsTakenBack',
      data: { shipment, depot, items: piecesOf('back'), ...(unfitted.length > 0 && { unfitted }) },
    },
  ];
}

/** Tells the parts system that the recorded delivery was reversed, then the pieces' new place. */
export function takenBack(
  state: RequestedOrder,
  { shipment, depot, items, unfitted = [] }: Extract<OrderEvent, { type: 'PartsTakenBack' }>['data'],
): readonly OrderEffect[] {
  const lines = outcomes(state, [...items, ...unfitted], 'returned').map((line) => ({ ...line, depot }));
  const settled = settleShipment(state, shipment, lines);
  if (unfitted.length === 0) return [settled];
  const about = parcelOf(state, shipment).key;
  const moved = named(state, unfitted).map((line) => ({ ...line, from: 'delivered', to: 'in-transit' }));
  return [
    { kind: 'call', call: 'correctShipment', input: { shipmentId: about, lines: moved }, about },
    settled,
  ];
}
