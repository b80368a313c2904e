import { allowedCommands } from '../../domain/parts-order/decide';
import type { Consignee } from '../../domain/parts-order/commands';
import { progressOf } from '../../domain/parts-order/progress';
import { onTheWay, receivedOf } from '../../domain/parts-order/quantities';
import { isRequested, type RequestedOrder, type ShipmentState } from '../../domain/parts-order/state';
import { ORDER_STAGE_NAMES } from '../../domain/parts-order/terms';
import type { Actor } from '../../domain/identity/actor';
import type { Reader } from '../../platform/database';
import type { PartsForCustomer } from './parts-schema';
import { isOrderState } from '../parts-orders/list';

/** The parts orders of a case as they stand themselves: the case may not have heard the latest yet. */
export async function ordersOfCase(database: Reader, caseNumber: string): Promise<readonly RequestedOrder[]> {
  const rows = await database.partsOrder.findMany({
    where: { caseNumber },
    orderBy: { number: 'asc' },
    select: { processId: true },
  });
  const processes = await database.process.findMany({
    where: { id: { in: rows.map(({ processId }) => processId) } },
    orderBy: { id: 'asc' },
  });
  return processes.flatMap(({ state }) => (isOrderState(state) && isRequested(state) ? [state] : []));
}

/** Whether the customer can say of something what has come of it: the rules' own answer. */
export const isConfirmable = (order: RequestedOrder, actor: Actor): boolean =>
  order.shipments.some((parcel) => isAwaited(order, parcel)) &&
  allowedCommands(order, actor).includes('confirmReceipt');

const isAwaited = (order: RequestedOrder, { items }: ShipmentState): boolean =>
  items.some((item) => onTheWay(order, item) > 0);

const placeOf = ({ name, address }: Consignee) => ({ name, address });

/** An order in its customer's words. */
export function partsForCustomer(state: RequestedOrder, actor: Actor): PartsForCustomer {
  const { order, stage, shipments } = state;
  const canConfirm = isConfirmable(state, actor);
  return {
    number: order.number,
    stage,
    stageNames: ORDER_STAGE_NAMES[stage],
    neededBy: order.neededBy,
    expectedOn: progressOf(state).expectedOn ?? null,
    sentTo: placeOf(order.consignee),
    lines: order.lines.map(({ line, partNumber, nameEn, nameZh, quantity }) => ({
      line,
      partNumber,
      names: { en: nameEn, zh: nameZh },
      quantity,
      received: receivedOf(state, line),
    })),
    shipments: shipments.map((parcel) => ({
      shipment: parcel.shipment,
      carrier: parcel.carrier,
      tracking: parcel.tracking ?? null,
      shippedAt: parcel.shippedAt,
      sentTo: placeOf(parcel.consignee ?? order.consignee),
      canBeConfirmed: canConfirm && isAwaited(state, parcel),
      items: parcel.items.map((item) => ({
        line: item.line,
        quantity: item.quantity,
        toConfirm: onTheWay(state, item),
      })),
    })),
  };
}
