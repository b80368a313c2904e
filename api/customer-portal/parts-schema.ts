import { Type, type Static } from '@sinclair/typebox';
import { ORDER_STAGES } from '../../domain/parts-order/terms';
import { Bilingual, literals, Nullable, OrderNumber } from '../http/schema/common';
import { At } from '../http/schema/paging';
import { Day } from '../parts-orders/command-schema';

const Place = Type.Object({ name: Type.String(), address: Type.String() }, { title: 'DeliveryPlace' });

/** A parts order in its customer's words: no depots, no suppliers, no costs. */
export const PartsForCustomer = Type.Object(
  {
    number: OrderNumber,
    stage: literals(ORDER_STAGES),
    stageNames: Bilingual,
    neededBy: At,
    expectedOn: Nullable(Day),
    sentTo: Place,
    lines: Type.Array(
      Type.Object({
        line: Type.Integer(),
        partNumber: Type.String(),
        names: Bilingual,
        quantity: Type.Integer(),
        received: Type.Integer(),
      }),
    ),
    shipments: Type.Array(
      Type.Object({
        shipment: Type.Integer(),
        carrier: Type.String(),
        tracking: Nullable(Type.String()),
        shippedAt: At,
        sentTo: Place,
        canBeConfirmed: Type.Boolean({ description: 'The customer can say what has come of it' }),
        items: Type.Array(
          Type.Object({
            line: Type.Integer(),
            quantity: Type.Integer(),
            toConfirm: Type.Integer({ description: 'Pieces of which nothing has been said yet' }),
          }),
        ),
      }),
    ),
  },
  { title: 'PartsForCustomer' },
);
export type PartsForCustomer = Static<typeof PartsForCustomer>;

export const PARTS_FOR_CUSTOMER_EXAMPLE: PartsForCustomer = {
  number: 'PO-2026-000001',
  stage: 'shipped',
  stageNames: { en: 'shipped', zh: '已发货' },
  neededBy: '2026-11-27T02:00:00.000Z',
  expectedOn: null,
  sentTo: { name: '上海澜汀食品有限公司', address: '上海市奉贤区汀浦路 268 号' },
  lines: [
    {
      line: 1,
      partNumber: 'SP-11075',
      names: { en: 'Oil filter element, 75 kW', zh: '油过滤器滤芯 75 kW' },
      quantity: 2,
      received: 0,
    },
  ],
  shipments: [
    {
      shipment: 1,
      carrier: '顺丰',
      tracking: 'SF100',
      shippedAt: '2026-11-24T06:00:00.000Z',
      sentTo: { name: '上海澜汀食品有限公司', address: '上海市奉贤区汀浦路 268 号' },
      canBeConfirmed: true,
      items: [{ line: 1, quantity: 2, toConfirm: 2 }],
    },
  ],
};
