import { invalid } from '../invalid';
import type { OrderCommandData, OrderLine } from './commands';
import type { OrderEvent, ShippedItem } from './events';
import { heldOf, needOf } from './quantities';
import { checkItems, noSuch } from './refusals';
import { lineOf, type PurchaseState, type RequestedOrder } from './state';

/** Asks depots for whatever nothing is under way for: the nearest first, then any other. */
export const askDepots = (
  state: RequestedOrder,
  lines: readonly OrderLine[] = state.order.lines,
): OrderEvent[] =>
  lines.flatMap((line) => {
    const quantity = needOf(state, line);
    return quantity > 0 ? [{ type: 'ReservationAsked' as const, data: { line: line.line, quantity } }] : [];
  });

export function reserve(state: RequestedOrder, { line }: OrderCommandData['reserve']): OrderEvent[] {
  const wanted = lineOf(state, line);
  if (!wanted) throw noSuch('line', line, 'data.line');
  const asked = askDepots(state, [wanted]);
  if (asked.length === 0)
    throw invalid('data.line', {
      en: 'everything has been received or is on its way',
      zh: '所需数量均已收到或在途',
    });
  return asked;
}

function openPurchase(state: RequestedOrder, number: number): PurchaseState {
  const found = state.purchases.find(({ purchase }) => purchase === number);
  if (!found || found.failed === true) throw noSuch('purchase', number, 'data.purchase');
  return found;
}

export function orderFromSupplier(
  state: RequestedOrder,
  data: OrderCommandData['orderFromSupplier'],
): OrderEvent[] {
  openPurchase(state, data.purchase);
  return [{ type: 'PurchaseOrdered', data }];
}

export function receiveGoods(
  state: RequestedOrder,
  { purchase, quantity }: OrderCommandData['receiveGoods'],
): OrderEvent[] {
  const { line, quantity: bought, received } = openPurchase(state, purchase);
  const outstanding = bought - received;
  checkItems([{ line, quantity }], () => outstanding);
  return [{ type: 'GoodsReceived', data: { purchase, line, quantity } }];
}

/** Pieces leave a depot: out of the reservations that hold them there, oldest first. */
export function ship(state: RequestedOrder, { items, ...parcel }: OrderCommandData['ship']): OrderEvent[] {
  checkItems(items, (line) => (lineOf(state, line) ? heldOf(state, line, parcel.depot) : undefined));
  const shipped = items.map(({ line, quantity }): ShippedItem => {
    let left = quantity;
    const from = state.holds
      .filter((hold) => hold.line === line)
      .flatMap((hold) => {
        const here = hold.picks
          .filter(({ depot }) => depot === parcel.depot)
          .reduce((sum, pick) => sum + pick.quantity, 0);
        const taken = Math.min(left, here);
        left -= taken;
        return taken > 0 ? [{ reservationId: hold.key, quantity: taken }] : [];
      });
    return { line, quantity, from };
  });
  const shipment = Math.max(0, ...state.shipments.map((one) => one.shipment)) + 1;
  return [{ type: 'PartsShipped', data: { ...parcel, shipment, items: shipped } }];
}
