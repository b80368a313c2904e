import { Type, type TSchema } from '@sinclair/typebox';
import type { OrderPersonCommandType } from '../../domain/parts-order/commands';
import { Closed, Text } from '../http/schema/common';

export const Depot = Type.String({ title: 'Depot', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });
const Count = Type.Integer({ minimum: 1, maximum: 10_000 });
const Pieces = Type.Integer({ minimum: 0, maximum: 10_000 });
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2026-12-01'] });
const Items = Type.Array(Closed({ line: Count, quantity: Count }), { minItems: 1, maxItems: 50 });

/** The data of each command of a parts order (R19, R20). */
export const ORDER_COMMAND_DATA = {
  reserve: Closed({ line: Count }),
  orderFromSupplier: Closed({
    purchase: Count,
    supplier: Text(200),
    supplierOrder: Type.Optional(Text(200)),
    expectedOn: Type.Optional(Day),
  }),
  receiveGoods: Closed({ purchase: Count, quantity: Count }),
  ship: Closed({ depot: Depot, carrier: Text(200), tracking: Type.Optional(Text(200)), items: Items }),
  confirmReceipt: Closed({
    shipment: Count,
    items: Type.Optional(
      Type.Array(Closed({ line: Count, received: Pieces, wrong: Pieces, missing: Pieces }), {
        minItems: 1,
        maxItems: 50,
        description: 'Left out: all of it is there, as ordered',
      }),
    ),
  }),
  correctReceipt: Closed({
    shipment: Count,
    items: Type.Array(Closed({ line: Count, received: Pieces, wrong: Pieces, missing: Pieces }), {
      minItems: 1,
      maxItems: 50,
      description: 'Each line as it is in all, in place of what was confirmed',
    }),
    reason: Text(2_000),
  }),
  readdress: Closed({
    consignee: Closed({ name: Text(200), address: Text(500), contact: Text(200), phone: Text(40) }),
    reason: Text(2_000),
  }),
  reportLost: Closed({ shipment: Count, note: Text(2_000) }),
  takeBack: Closed({ shipment: Count, depot: Depot, items: Items }),
  receiveOldParts: Closed({ depot: Depot, items: Items }),
  forwardOldParts: Closed({}),
  chargeOldParts: Closed({ reason: Text(2_000) }),
  cancel: Closed({ reason: Text(2_000) }),
  completeFollowUp: Closed({ key: Text(300), note: Text(5_000) }),
} as const satisfies Record<OrderPersonCommandType, TSchema>;
