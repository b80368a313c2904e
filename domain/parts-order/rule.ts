import type { OrderCommandData, OrderPersonCommandType } from './commands';
import type { OrderEvent } from './events';
import type { RequestedOrder } from './state';
import type { OrderStage } from './terms';

/** Conditions and events of one command. */
export interface OrderRule<T extends OrderPersonCommandType> {
  readonly stages: readonly OrderStage[];
  /** True where there is nothing that it could be about. */
  readonly isPointless?: (state: RequestedOrder) => boolean;
  /** @param at the workflow's time. @throws {DomainError} a reason against it that lies in its data. */
  readonly events: (state: RequestedOrder, data: OrderCommandData[T], at: string) => readonly OrderEvent[];
}

/** Until the user has all of it. */
export const UNDELIVERED = [
  'requested',
  'procuring',
  'reserved',
  'shipped',
] as const satisfies readonly OrderStage[];
export const ALL_STAGES = [
  ...UNDELIVERED,
  'received',
  'closed',
  'recalling',
  'cancelled',
] as const satisfies readonly OrderStage[];
