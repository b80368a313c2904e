import { clockNamed, type Clocks } from '../clock/clocks';
import { withImplied, type ImpliedClock } from '../clock/implied';
import { comingBack, isAllReceived, oldPartsInDepots, oldPartsOutstanding } from './quantities';
import { isEnded, isRequested, type OrderState, type RequestedOrder } from './state';
import type { OrderClock } from './terms';

/** Those that are only ever implied by where the order stands. */
export const IMPLIED_CLOCKS = [
  'part-return',
  'old-part-forwarding',
  'action-item',
] as const satisfies readonly OrderClock[];

/** Every clock of the order: no open order is without a deadline (ADR 34). */
export const clocksOf = (state: OrderState): Clocks => withImplied(state.clocks, impliedBy(state));

/** Deadlines beside the promises to the user. */
export function impliedBy(state: OrderState): readonly ImpliedClock[] {
  if (!isRequested(state) || isEnded(state)) return [];
  const { stageSince: startedAt, followUps } = state;
  const [first] = followUps.map(({ openedAt }) => openedAt).sort();
  return [
    ...(isWrongComingBack(state) ? [{ clock: 'part-return', startedAt, facts: {} }] : []),
    ...(isToBeForwarded(state)
      ? [{ clock: 'old-part-forwarding', startedAt: allBackAt(state), facts: {} }]
      : []),
    ...(first === undefined ? [] : [{ clock: 'action-item', startedAt: first, facts: {} }]),
  ];
}

/** Wrong pieces of an order that is delivered: until then its delivery is the promise that runs. */
export const isWrongComingBack = (state: RequestedOrder): boolean =>
  state.cancelled === undefined &&
  isAllReceived(state) &&
  state.shipments.some(({ items }) => items.some((item) => comingBack(state, item) > 0));

/** Old parts wait in a depot, and no more are owed: before that their return is the promise that runs. */
const isToBeForwarded = (state: RequestedOrder): boolean =>
  oldPartsInDepots(state) > 0 && oldPartsOutstanding(state).length === 0;

const allBackAt = ({ clocks, stageSince }: RequestedOrder): string => {
  const owed = clockNamed(clocks, 'old-part-return');
  return owed?.metAt ?? owed?.stoppedAt ?? stageSince;
};
