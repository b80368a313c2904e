import { Type } from '@sinclair/typebox';
import { ORDER_STAGES } from '../domain/parts-order/terms';
import { literals, Nullable } from './common';
import { At } from './paging';

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
