import { invalid } from '../invalid';
import type { Bilingual } from '../bilingual';
import { reasonWords } from '../notices/reasons';
import type { Arrival, OrderCommandData } from './commands';
import type { OrderEvent } from './events';
import { namesOf } from './inputs';
import { inTransit, unfittedOf } from './quantities';
import { checkItems, noSuch } from './refusals';
import type { RequestedOrder, ShipmentItem, ShipmentState } from './state';

export function parcelOf(state: RequestedOrder, shipment: number): ShipmentState {
  const parcel = state.shipments.find((one) => one.shipment === shipment);
  if (!parcel) throw noSuch('shipment', shipment, 'data.shipment');
  return parcel;
}

export const itemOf = ({ items }: ShipmentState, line: number): ShipmentItem | undefined =>
  items.find((item) => item.line === line);

/** Pieces that may yet turn up at the user's; of a recalled parcel too, where it arrived all the same. */
const unconfirmed = ({ quantity, received, wrong, lost, back }: ShipmentItem): number =>
  quantity - received - Math.max(wrong, back) - lost;

/** The user says what is there (R19): as ordered, something else, or not in the parcel. */
export function confirmReceipt(
  state: RequestedOrder,
  { shipment, items }: OrderCommandData['confirmReceipt'],
): OrderEvent[] {
  const parcel = parcelOf(state, shipment);
  const arrivals: readonly Arrival[] =
    items ??
    parcel.items
      .map((item) => ({ line: item.line, received: unconfirmed(item), wrong: 0, missing: 0 }))
      .filter(({ received }) => received > 0);
  const accounted = arrivals.map(({ line, received, wrong, missing }) => ({
    line,
    quantity: received + wrong + missing,
  }));
  if (accounted.every(({ quantity }) => quantity === 0))
    throw invalid('data.shipment', {
      en: 'none of the shipment is still in transit',
      zh: '该批发货已无在途备件',
    });
  checkItems(accounted, (line) => {
    const item = itemOf(parcel, line);
    return item && unconfirmed(item);
  });
  const missing = arrivals.filter((arrival) => arrival.missing > 0);
  return [
    { type: 'ReceiptConfirmed', data: { shipment, items: arrivals } },
    ...(missing.length > 0 ? [claim(parcel, 'missing')] : []),
    ...(state.cancelled && arrivals.some(({ received }) => received > 0)
      ? [withUser({ en: `Shipment ${shipment}`, zh: `第 ${shipment} 批发货` })]
      : []),
  ];
}

/** Pieces still in transit are lost: they are claimed from the carrier, and sent again. */
export function reportLost(
  state: RequestedOrder,
  { shipment, note }: OrderCommandData['reportLost'],
): OrderEvent[] {
  const parcel = parcelOf(state, shipment);
  const items = parcel.items
    .map((item) => ({ line: item.line, quantity: inTransit(item) }))
    .filter(({ quantity }) => quantity > 0);
  if (items.length === 0)
    throw invalid('data.shipment', {
      en: 'none of the shipment is still in transit',
      zh: '该批发货已无在途备件',
    });
  return [{ type: 'ShipmentLost', data: { shipment, items, note } }, claim(parcel, 'lost')];
}

/** The carrier pays for what did not arrive: somebody has to ask for it. */
export const claim = (
  { shipment, carrier, tracking }: ShipmentState,
  what: 'missing' | 'lost',
): OrderEvent => ({
  type: 'FollowUpOpened',
  data: {
    key: claimKey(shipment, what),
    kind: 'carrier-claim',
    reason: [carrier, tracking].filter((word) => word !== undefined).join(' '),
  },
});

export const claimKey = (shipment: number, what: 'missing' | 'lost'): string => `claim:${shipment}:${what}`;

/** Delivered parts of an order whose case was cancelled. */
export function leftWithUser(state: RequestedOrder): OrderEvent[] {
  const left = state.order.lines.filter(({ line }) => unfittedOf(state, line) > 0);
  return left.length > 0 ? [withUser(namesOf(left))] : [];
}

/** Unused pieces of an order whose case is over: they arrived after the report, or were not needed. */
export function unfitted(state: RequestedOrder): OrderEvent[] {
  const left = state.order.lines
    .map((part) => ({ part, quantity: unfittedOf(state, part.line) }))
    .filter(({ quantity }) => quantity > 0)
    .map(({ part, quantity }) => ({ quantity, names: namesOf([part]) }));
  if (left.length === 0) return [];
  return [
    withUser({
      en: left.map(({ quantity, names }) => `${quantity} × ${names.en}`).join(', '),
      zh: left.map(({ quantity, names }) => `${quantity} × ${names.zh}`).join('、'),
    }),
  ];
}

export const PARTS_WITH_USER = 'parts-with-user';

/** No system can fetch back what the user has. */
export const withUser = (what: Bilingual): OrderEvent => ({
  type: 'FollowUpOpened',
  data: { key: PARTS_WITH_USER, kind: 'parts-with-user', ...reasonWords(what) },
});
