import { HQ } from '../identity/scope';
import type { JsonValue } from '../json';
import { failureWords } from '../notices/failed-call';
import { reasonWords } from '../notices/reasons';
import type { CallOutcome } from '../process/decider';
import type { HeldPick, OrderEvent } from './events';
import { isOnItsWay } from './quantities';
import type { RequestedOrder } from './state';

/** The case may end before the order: it then needs no further reports. */
const CASE_ENDED: readonly string[] = ['CASE.ENDED'];

/** Nothing of a cancelled order is left of them. */
const TAKEN_BACK: readonly string[] = [
  'reserveParts',
  'requestPurchase',
  'recordPurchase',
  'receiveGoods',
  'shipParts',
];

/**
 * Events after the outcome of a call. A permanent failure becomes a task for a person (design decision 7).
 */
export function settle(state: RequestedOrder, outcome: CallOutcome): readonly OrderEvent[] {
  const settled: OrderEvent = { type: 'CallSettled', data: outcome };
  if (outcome.outcome.ok) return [settled, ...succeeded(state, outcome, outcome.outcome.result)];
  const { code } = outcome.outcome;
  // Its result has been taken back with the rest.
  if (state.cancelled && !outcome.undo && TAKEN_BACK.includes(outcome.call)) return [settled];
  if (outcome.call === 'deliverCommand' && CASE_ENDED.includes(code)) return [settled];
  const asked = state.asked.find(({ key }) => key === outcome.key);
  if (outcome.call === 'reserveParts' && code === 'PARTS.OUT_OF_STOCK' && asked) {
    const { line, quantity } = asked;
    // No depot has it: it is bought, and comes to the central depot.
    const purchase = state.purchases.length + 1;
    return [settled, { type: 'PurchaseAsked', data: { purchase, line, quantity, depot: HQ } }];
  }
  const shipment = state.shipments.find(({ key }) => key === outcome.key)?.shipment;
  return [
    settled,
    ...(outcome.call === 'shipParts' && shipment !== undefined
      ? [{ type: 'ShipmentFailed' as const, data: { shipment } }]
      : []),
    {
      type: 'FollowUpOpened',
      data: {
        key: outcome.key,
        kind: outcome.undo ? 'undo-failed' : 'call-failed',
        ...reasonWords(failureWords({ call: outcome.call, ...outcome.outcome })),
      },
    },
  ];
}

function succeeded(
  state: RequestedOrder,
  { call, key, undo }: CallOutcome,
  result: JsonValue,
): readonly OrderEvent[] {
  if (call === 'reserveParts' || call === 'receiveGoods') {
    const asked = state.asked.find((one) => one.key === key);
    return asked ? [{ type: 'PartsHeld', data: { key, line: asked.line, picks: picksIn(result) } }] : [];
  }
  if (call === 'recallShipment' && undo && field(result, 'state') === 'closed') {
    // It was called back before the parts system had heard of it: nothing of it left a reservation.
    const never = state.shipments.find((one) => `${one.key}:undo` === key && isOnItsWay(one));
    return never && field(result, 'reference') === null
      ? [{ type: 'ShipmentFailed', data: { shipment: never.shipment } }]
      : [];
  }
  return [];
}

function field(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && name in value
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function picksIn(result: JsonValue): readonly HeldPick[] {
  const picks = field(result, 'picks');
  const list: readonly JsonValue[] = Array.isArray(picks) ? picks : [];
  return list.flatMap((pick) => {
    const [depot, quantity] = [field(pick, 'depot'), field(pick, 'quantity')];
    return typeof depot === 'string' && typeof quantity === 'number' ? [{ depot, quantity }] : [];
  });
}
