import { Type } from '@sinclair/typebox';
import { ORDER_STAGES } from '../../domain/parts-order/terms';
import { literals, Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';

/** Parts that depots hold for the visit, as a case shows them. */
export const CaseReservations = Type.Array(
  Type.Object({
    outletId: Type.String({ description: 'For whose engineer' }),
    depotIds: Nullable(Type.Array(Type.String(), { description: 'Where they are' })),
    parts: Type.Array(Type.Object({ partNumber: Type.String(), quantity: Type.Integer() })),
  }),
  { description: 'depotIds null: the parts system has not answered yet (R20)' },
);

/** Parts on order, as a case shows them. */
export const CasePartsOrders = Type.Array(
  Type.Object({
    number: Type.String(),
    orderedAt: At,
    neededBy: At,
    stage: literals(ORDER_STAGES),
    expectedOn: Nullable(Type.String()),
    lines: Type.Array(
      Type.Object({
        line: Type.Integer(),
        partNumber: Type.String(),
        names: Type.Object({ en: Type.String(), zh: Type.String() }),
        quantity: Type.Integer(),
      }),
    ),
    shipments: Type.Array(
      Type.Object({
        shipment: Type.Integer(),
        carrier: Type.String(),
        tracking: Nullable(Type.String()),
        shippedAt: At,
        isOnTheWay: Type.Boolean(),
      }),
    ),
  }),
  { description: 'Parts on order, as the orders have told it (R19)' },
);
