import type { World } from './world';

export const ship = (quantity = 2, line = 1) =>
  ({
    type: 'ship',
    data: { depot: 'east', carrier: 'SF', tracking: 'SF-1', items: [{ line, quantity }] },
  }) as const;
export const confirm = (shipment = 1) => ({ type: 'confirmReceipt', data: { shipment } }) as const;
export const found = (received: number, wrong = 0, missing = 0, shipment = 1) =>
  ({ type: 'confirmReceipt', data: { shipment, items: [{ line: 1, received, wrong, missing }] } }) as const;
export const bought = {
  type: 'orderFromSupplier',
  data: { purchase: 1, supplier: '恒力', expectedOn: '2026-03-20' },
} as const;
export const goods = (quantity: number) =>
  ({ type: 'receiveGoods', data: { purchase: 1, quantity } }) as const;
export const cancel = { type: 'cancel', data: { reason: '客户自行购买' } } as const;

export function requestOf(world: World) {
  const { order } = world.state;
  if (!order) throw new Error('Not requested');
  return order;
}
