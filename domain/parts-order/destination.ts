import type { Bilingual } from '../bilingual';
import { reasonWords } from '../notices/reasons';
import type { Consignee, OrderCommandData, OrderDestination } from './commands';
import type { OrderEvent } from './events';
import { isOnItsWay } from './quantities';
import { invalid } from '../invalid';
import type { RequestedOrder } from './state';

/**
 * Another engineer fits the parts and owes the old ones; what is reserved from now on comes from near them. What has left already goes where it
 * was sent: of another outlet's, somebody sees to it that it reaches them.
 */
export function redirect(
  { order, shipments, cancelled }: RequestedOrder,
  data: OrderDestination,
): OrderEvent[] {
  const { engineerId, outletId, preferredDepots } = order;
  if (engineerId === data.engineerId || cancelled) return [];
  const away = shipments.filter(isOnItsWay).map(({ shipment }) => shipment);
  return [
    { type: 'OrderRedirected', data: { ...data, previous: { engineerId, outletId, preferredDepots } } },
    ...(outletId !== data.outletId && away.length > 0
      ? [
          {
            type: 'FollowUpOpened' as const,
            data: {
              key: 'parts-on-another-way',
              kind: 'parts-on-another-way' as const,
              ...reasonWords(goingTo(away, order.consignee)),
            },
          },
        ]
      : []),
  ];
}

const goingTo = (shipments: readonly number[], { name, address }: Consignee): Bilingual => ({
  en: `Shipment ${shipments.join(', ')} is going to ${name}, ${address}, but the engineer now belongs to another outlet.`,
  zh: `第 ${shipments.join('、')} 批发货寄往 ${name}，${address}；工程师现属其他服务站。`,
});

export function readdress({ order }: RequestedOrder, data: OrderCommandData['readdress']): OrderEvent[] {
  if (JSON.stringify(order.consignee) === JSON.stringify(data.consignee))
    throw invalid('data.consignee', { en: 'the parts are already going there', zh: '收货信息与原来相同' });
  return [{ type: 'OrderReaddressed', data: { ...data, previous: order.consignee } }];
}
