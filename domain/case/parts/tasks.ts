import type { TaskOf } from '../common/task';
import { openOrders } from './orders';

export const awaitPartsTask: TaskOf = (state) => ({
  kind: 'await-parts',
  clock: 'parts-awaited',
  params: { orders: openOrders(state).map(({ number }) => number) },
});
