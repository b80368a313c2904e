import { heldOf, onOrderOf, receivedOf } from '../../domain/parts-order/quantities';
import { reasonFields } from '../../domain/notices/reasons';
import { ORDER_STAGES } from '../../domain/parts-order/terms';
import type { Prisma } from '../../platform/database';
import type { OrderDetail } from './schema';
import type { OrderRow, StoredOrder } from './list';
import type { Wanted } from './parts-wanted';
import type { Reading } from '../access/reading';
import { clockView } from '../cases/clock-view';
import { iso, oneOf } from '../http/one-of';
import { taskFields } from '../tasks/view';

export const orderSummary = (row: OrderRow, { parts, customerName }: Wanted) => ({
  number: row.number,
  stage: oneOf(ORDER_STAGES, row.stage),
  caseNumber: row.caseNumber,
  regionId: row.regionId,
  outletId: row.outletId,
  depotIds: [...row.depotIds],
  consignee: row.consignee,
  partNumbers: [...row.partNumbers],
  parts: [...parts],
  customerName,
  requestedAt: row.requestedAt.toISOString(),
  neededBy: row.neededBy.toISOString(),
  expectedOn: row.expectedOn,
  updatedAt: row.updatedAt.toISOString(),
  nextDeadlineAt: iso(row.nextDeadlineAt),
  breached: row.breached,
});

/** A parts order, whole. */
export function orderDetail(
  { row, seq, state }: StoredOrder,
  more: {
    readonly clocks: readonly Prisma.ProcessClockGetPayload<object>[];
    readonly tasks: readonly Prisma.TaskGetPayload<object>[];
    readonly commands: OrderDetail['commands'];
    readonly reading: Reading;
    readonly wanted: Wanted;
    readonly now: Date;
  },
): OrderDetail {
  const { address, contact, phone } = state.order.consignee;
  return {
    ...orderSummary(row, more.wanted),
    version: seq,
    consigneeAddress: more.reading.withContacts ? { address, contact, phone } : null,
    lines: state.order.lines.map(({ unitCostCents: _cost, currency: _currency, ...line }) => ({
      ...line,
      reserved: heldOf(state, line.line),
      onOrder: onOrderOf(state, line.line),
      received: receivedOf(state, line.line),
    })),
    purchases: state.purchases.map(({ purchase, line, quantity, received, depot, ...rest }) => ({
      purchase,
      line,
      quantity,
      received,
      depot,
      supplier: rest.supplier ?? null,
      supplierOrder: rest.supplierOrder ?? null,
      expectedOn: rest.expectedOn ?? null,
    })),
    shipments: state.shipments.map(({ shipment, depot, carrier, shippedAt, items, ...rest }) => ({
      shipment,
      depot,
      carrier,
      tracking: rest.tracking ?? null,
      shippedAt,
      sentTo: more.reading.withContacts ? { ...(rest.consignee ?? state.order.consignee) } : null,
      confirmedAt: rest.confirmedAt ?? null,
      confirmedBy: rest.confirmedBy ?? null,
      corrections: [...(rest.corrections ?? [])],
      items: items.map(({ from: _from, ...item }) => item),
    })),
    oldParts: state.oldParts
      ? {
          dueSince: state.oldParts.dueSince,
          forwardedAt: state.oldParts.forwardedAt ?? null,
          charge: state.charge
            ? {
                ...state.charge,
                early: state.charge.reason !== undefined,
                reason: state.charge.reason ?? null,
              }
            : null,
          items: [...state.oldParts.items],
        }
      : null,
    clocks: more.clocks.map((clock) => clockView(clock, more.now)),
    tasks: more.tasks.map((task) => taskFields(task, more.reading)),
    followUps: state.followUps.map((one) => ({ key: one.key, kind: one.kind, ...reasonFields(one) })),
    allowedCommands: more.commands.flatMap(({ type, allowed }) => (allowed ? [type] : [])),
    commands: more.commands,
  };
}
