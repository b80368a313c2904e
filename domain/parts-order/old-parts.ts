import { startClock, stopClocks } from '../clock/clocks';
import { invalid } from '../invalid';
import type { OrderCommandData } from './commands';
import type { OrderEvent } from './events';
import { oldPartsOutstanding } from './quantities';
import { checkItems } from './refusals';
import { lineOf, seqOf, type RequestedOrder } from './state';

/** R20: replaced parts go back to the factory; the engineer who fitted the new ones owes them. */
export function owe(state: RequestedOrder, at: string): OrderEvent[] {
  if (state.order.followsCase === true) return oweReplaced(state, at);
  const items = state.order.lines
    .filter(({ oldPartDue }) => oldPartDue)
    .map(({ line, quantity }) => ({ line, quantity }));
  if (items.length === 0 || state.oldParts) return [];
  return [{ type: 'OldPartsDue', data: { items } }, startClock('old-part-return', at, {})];
}

/** By what the report says was replaced, piece by piece: what was ordered and not fitted has replaced nothing. */
function oweReplaced(state: RequestedOrder, at: string): OrderEvent[] {
  const { used, oldParts } = state;
  if (!used) return [];
  const items = state.order.lines
    .filter(({ oldPartDue }) => oldPartDue)
    .map(({ line }) => ({ line, quantity: used.find((one) => one.line === line)?.quantity ?? 0 }))
    .filter(({ quantity }) => quantity > 0);
  if (!oldParts)
    return items.length > 0
      ? [{ type: 'OldPartsDue', data: { items } }, startClock('old-part-return', at, {})]
      : [];
  const isSame =
    items.length === oldParts.items.length &&
    items.every((one) =>
      oldParts.items.some((due) => due.line === one.line && due.quantity === one.quantity),
    );
  // Parts returned or charged are settled between people, not by an amendment.
  const isBegun = oldParts.items.some(({ received, charged }) => received > 0 || charged > 0);
  if (isSame || isBegun) return [];
  const replaces = seqOf(oldParts.key);
  return [
    { type: 'OldPartsDue', data: { items, replaces } },
    ...(items.length === 0 ? stopClocks(state.clocks, ['old-part-return'], at) : []),
  ];
}

export function receiveOldParts(
  state: RequestedOrder,
  data: OrderCommandData['receiveOldParts'],
): OrderEvent[] {
  const outstanding = oldPartsOutstanding(state);
  checkItems(
    data.items,
    (line) => outstanding.find((one) => one.line === line)?.quantity ?? (lineOf(state, line) ? 0 : undefined),
  );
  return [{ type: 'OldPartsReceived', data }];
}

/**
 * R20: after the last reminder, or when a person gives up, old parts are charged at standard cost to the
 * outlet that owes them.
 */
export function charge(state: RequestedOrder, at: string, reason?: string): OrderEvent[] {
  const items = oldPartsOutstanding(state);
  const [first] = items;
  const currency = first && lineOf(state, first.line)?.currency;
  if (currency === undefined) return [];
  const amountCents = items.reduce(
    (sum, { line, quantity }) => sum + quantity * (lineOf(state, line)?.unitCostCents ?? 0),
    0,
  );
  const { outletId } = state.order;
  return [
    ...stopClocks(state.clocks, ['old-part-return'], at),
    {
      type: 'OldPartsCharged',
      data: { items, outletId, amountCents, currency, ...(reason !== undefined && { reason }) },
    },
  ];
}

/** One amount can be charged only in one currency. @throws {DomainError} */
export function refuseMixedCurrencies(currencies: readonly string[]): void {
  if (new Set(currencies).size > 1)
    throw invalid('data.lines', {
      en: 'all parts of an order must be priced in one currency',
      zh: '同一订单的备件须以同一币种计价',
    });
}
