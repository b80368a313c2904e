import type { JsonObject } from '../json';
import type { Recipient } from '../process/decider';
import type { OrderEffect } from './call-terms';
import type { LineQuantity, OrderLine } from './commands';
import type { HeldPick } from './events';
import { lineOf, type RequestedOrder } from './state';

/** Lines as the parts system knows them. */
export const named = (state: RequestedOrder, lines: readonly LineQuantity[]) =>
  lines.map(({ line, quantity }) => ({ partNumber: lineOf(state, line)?.partNumber ?? '', quantity }));

export const outcomes = (
  state: RequestedOrder,
  lines: readonly LineQuantity[],
  outcome: 'delivered' | 'lost' | 'returned',
): JsonObject[] =>
  named(
    state,
    lines.filter(({ quantity }) => quantity > 0),
  ).map((line) => ({ ...line, outcome }));

export const settleShipment = (
  state: RequestedOrder,
  shipment: number,
  lines: readonly JsonObject[],
): OrderEffect => {
  const about = state.shipments.find((one) => one.shipment === shipment)?.key ?? '';
  return { kind: 'call', call: 'settleShipment', input: { shipmentId: about, lines }, about };
};

export const purchaseKey = ({ purchases }: RequestedOrder, purchase: number): string =>
  purchases.find((one) => one.purchase === purchase)?.key ?? '';

/** A call about the old parts that are owed. */
export const onReturn = (
  { oldParts }: RequestedOrder,
  call: 'takeInReturn' | 'forwardReturn' | 'writeOffReturn',
  input: JsonObject = {},
): OrderEffect => {
  const about = oldParts?.key ?? '';
  return { kind: 'call', call, input: { returnId: about, ...input }, about };
};

/** Parts as people call them. */
export const namesOf = (lines: readonly Pick<OrderLine, 'partNumber' | 'nameEn' | 'nameZh'>[]) => ({
  en: lines.map(({ partNumber, nameEn }) => `${partNumber} ${nameEn}`).join(', '),
  zh: lines.map(({ partNumber, nameZh }) => `${partNumber} ${nameZh}`).join('、'),
});

/** How many pieces a depot holds of them. */
export const piecesAt = (picks: readonly HeldPick[], depot: string): number =>
  picks.filter((pick) => pick.depot === depot).reduce((sum, { quantity }) => sum + quantity, 0);

/** The part of a line, as people call it. */
export const wordsOf = (state: RequestedOrder, line: number): JsonObject => {
  const part = lineOf(state, line);
  return namesOf(part ? [part] : []);
};

/** A message about the order. */
export const notifyAbout =
  ({ order: { number, caseNumber } }: RequestedOrder) =>
  (to: Recipient, template: string, params: JsonObject = {}): OrderEffect => ({
    kind: 'notify',
    template,
    to,
    params: { caseNumber, orderNumber: number, ...params },
    urgency: 'now',
  });
