import type { LineQuantity } from './commands';
import type { OrderState, RequestedOrder, ShipmentItem, ShipmentState } from './state';
import type { OrderStage } from './terms';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Pieces of a parcel in transit, to the user or back. */
export const inTransit = ({ quantity, received, lost, back }: ShipmentItem): number =>
  quantity - received - lost - back;

/** Pieces that are to come back: the wrong ones; of a cancelled order all. */
export const comingBack = (state: OrderState, item: ShipmentItem): number =>
  state.cancelled ? inTransit(item) : item.wrong - item.back;

/** Pieces that the user still waits for. */
export const onTheWay = (state: OrderState, item: ShipmentItem): number =>
  state.cancelled ? 0 : item.quantity - item.received - item.wrong - item.lost;

const itemsOf = ({ shipments }: OrderState, line?: number): readonly ShipmentItem[] =>
  shipments.flatMap(({ items }) => items).filter((item) => line === undefined || item.line === line);

export const receivedOf = (state: OrderState, line: number): number =>
  sum(itemsOf(state, line).map(({ received }) => received));

export const heldOf = ({ holds }: OrderState, line: number, depot?: string): number =>
  sum(
    holds
      .filter((hold) => hold.line === line)
      .flatMap(({ picks }) => picks)
      .filter((pick) => depot === undefined || pick.depot === depot)
      .map(({ quantity }) => quantity),
  );

const askedOf = ({ asked }: OrderState, line: number): number =>
  sum(asked.filter((one) => one.line === line).map(({ quantity }) => quantity));

/** Pieces of a line that a supplier still has to bring. */
export const onOrderOf = ({ purchases }: OrderState, line: number): number =>
  sum(
    purchases
      .filter((one) => one.line === line && one.failed !== true)
      .map(({ quantity, received }) => quantity - received),
  );

/** Pieces of a line for which nothing is under way. */
export function needOf(state: RequestedOrder, { line, quantity }: LineQuantity): number {
  if (state.cancelled) return 0;
  const coming = sum(itemsOf(state, line).map((item) => onTheWay(state, item)));
  const covered = heldOf(state, line) + askedOf(state, line) + onOrderOf(state, line);
  return quantity - receivedOf(state, line) - coming - covered;
}

export const isAllReceived = (state: RequestedOrder): boolean =>
  state.order.lines.every(({ line, quantity }) => receivedOf(state, line) >= quantity);

/** Old parts that are neither back nor charged. */
export const oldPartsOutstanding = ({ oldParts }: OrderState): readonly LineQuantity[] =>
  (oldParts?.items ?? [])
    .map(({ line, quantity, received, charged }) => ({ line, quantity: quantity - received - charged }))
    .filter(({ quantity }) => quantity > 0);

/** Old parts that wait in depots for their way to the factory. */
export const oldPartsInDepots = ({ oldParts }: OrderState): number =>
  oldParts === undefined || oldParts.forwardedAt !== undefined
    ? 0
    : sum(oldParts.items.map(({ received }) => received));

export const isOnItsWay = ({ items }: ShipmentState): boolean => items.some((item) => inTransit(item) > 0);

/** The step of whatever lags behind most. */
export function stageOf(state: RequestedOrder): OrderStage {
  const { lines } = state.order;
  const isAnyInTransit = state.shipments.some(isOnItsWay);
  if (state.cancelled) return isAnyInTransit ? 'recalling' : 'cancelled';
  if (isAllReceived(state)) {
    const isAwaited = state.order.followsCase === true && state.isCaseOver !== true;
    const isOpen =
      isAwaited || isAnyInTransit || oldPartsOutstanding(state).length > 0 || oldPartsInDepots(state) > 0;
    return isOpen ? 'received' : 'closed';
  }
  if (lines.some(({ line }) => onOrderOf(state, line) > 0)) return 'procuring';
  if (lines.some((line) => askedOf(state, line.line) > 0 || needOf(state, line) > 0)) return 'requested';
  return lines.some(({ line }) => heldOf(state, line) > 0) ? 'reserved' : 'shipped';
}

/** Pieces of a line at the user's that were not fitted. */
export const unfittedOf = (state: OrderState, line: number): number =>
  receivedOf(state, line) -
  sum(
    [...(state.used ?? []), ...(state.unfittedBack ?? [])]
      .filter((one) => one.line === line)
      .map(({ quantity }) => quantity),
  );
