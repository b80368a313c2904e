import type { Decider } from '../process/decider';
import { tidied } from './bounded';
import type { OrderCommand } from './commands';
import { clocksOf } from './deadlines';
import { decide } from './decide';
import type { OrderEvent } from './events';
import { evolve } from './evolve';
import { react } from './react';
import { isEnded, NOT_REQUESTED, type OrderState } from './state';
import { tasks } from './tasks';

/** A parts order: from the request to the user's receipt, and the old parts back at the factory (R19, R20). */
export const partsOrder: Decider<OrderState, OrderCommand, OrderEvent> = {
  type: 'partsOrder',
  initial: NOT_REQUESTED,
  decide,
  evolve,
  react,
  clocks: clocksOf,
  tasks,
  isEnded,
  tidied,
  ending: ['cancel'],
};
