import { Type, type TSchema } from '@sinclair/typebox';
import type { OrderPersonCommandType } from '../../domain/parts-order/commands';
import { Closed, Text } from '../http/schema/common';
import { asked } from '../http/schema/form';
import { CONSIGNEE } from './consignee-schema';

export const Depot = Type.String({
  title: 'Depot',
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
  examples: ['east'],
});
const Count = Type.Integer({ minimum: 1, maximum: 10_000 });
const Pieces = Type.Integer({ minimum: 0, maximum: 10_000 });
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2026-12-01'] });
const Line = asked('Line', '行', Count, { kind: 'order-line' });
const Quantity = asked('Quantity', '数量', Count);
const Purchase = asked('Purchase', '采购', Count, { kind: 'purchase' });
const Shipment = asked('Shipment', '发货', Count, { kind: 'shipment' });
const DepotField = asked('Depot', '仓库', Depot, { kind: 'depot' });
const Reason = asked('Reason', '原因', Text(2_000));
const Items = asked(
  'Items',
  '明细',
  Type.Array(Closed({ line: Line, quantity: Quantity }), { minItems: 1, maxItems: 50 }),
);
const Counted = Closed({
  line: Line,
  received: asked('Received', '已收', Pieces),
  wrong: asked('Wrong', '错发', Pieces),
  missing: asked('Missing', '缺少', Pieces),
});

/** The data of each command of a parts order (R19, R20). */
export const ORDER_COMMAND_DATA = {
  reserve: Closed({ line: Line }),
  orderFromSupplier: Closed({
    purchase: Purchase,
    supplier: asked('Supplier', '供应商', Text(200)),
    supplierOrder: asked('Supplier’s order number', '供应商订单号', Type.Optional(Text(200))),
    expectedOn: asked('Expected on', '预计到货', Type.Optional(Day), { kind: 'date' }),
  }),
  receiveGoods: Closed({ purchase: Purchase, quantity: Quantity }),
  ship: Closed({
    depot: DepotField,
    carrier: asked('Carrier', '承运商', Text(200)),
    tracking: asked('Tracking number', '运单号', Type.Optional(Text(200))),
    items: Items,
  }),
  confirmReceipt: Closed({
    shipment: Shipment,
    items: asked(
      'Items',
      '明细',
      Type.Optional(
        Type.Array(Counted, {
          minItems: 1,
          maxItems: 50,
          description: 'Left out: all of it is there, as ordered',
        }),
      ),
      { help: ['Left out: all of it is there, as ordered', '不填则表示全部按单收到'] },
    ),
  }),
  correctReceipt: Closed({
    shipment: Shipment,
    items: asked(
      'Items',
      '明细',
      Type.Array(Counted, {
        minItems: 1,
        maxItems: 50,
        description: 'Each line as it is in all, in place of what was confirmed',
      }),
      { help: ['Each line as it is in all', '每行填写实际总数，替代原确认'] },
    ),
    reason: Reason,
  }),
  readdress: Closed({ consignee: asked('Consignee', '收货人', Closed(CONSIGNEE)), reason: Reason }),
  reportLost: Closed({ shipment: Shipment, note: asked('Note', '说明', Text(2_000)) }),
  takeBack: Closed({ shipment: Shipment, depot: DepotField, items: Items }),
  receiveOldParts: Closed({ depot: DepotField, items: Items }),
  forwardOldParts: Closed({}),
  chargeOldParts: Closed({ reason: Reason }),
  cancel: Closed({ reason: Reason }),
  completeFollowUp: Closed({
    key: asked('Action item', '跟进事项', Text(300), { kind: 'follow-up' }),
    note: asked('Result', '处理结果', Text(5_000)),
  }),
} as const satisfies Record<OrderPersonCommandType, TSchema>;
