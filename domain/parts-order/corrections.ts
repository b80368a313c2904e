import { DomainError } from '../errors';
import { invalid } from '../invalid';
import type { JsonObject } from '../json';
import type { Arrival, OrderCommandData } from './commands';
import type { OrderEvent } from './events';
import { claim, claimKey, PARTS_WITH_USER, withUser } from './delivery';
import { needOf, unfittedOf } from './quantities';
import { noSuch } from './refusals';
import { lineOf, type RequestedOrder, type ShipmentItem } from './state';

const sum = ({ received, wrong, missing }: Omit<Arrival, 'line'>): number => received + wrong + missing;

/** Somebody looked again: what was confirmed of a shipment is put right, with the reason on record. */
export function correctReceipt(
  state: RequestedOrder,
  { shipment, items, reason }: OrderCommandData['correctReceipt'],
): OrderEvent[] {
  const parcel = state.shipments.find((one) => one.shipment === shipment);
  if (!parcel) throw noSuch('shipment', shipment, 'data.shipment');
  if (parcel.confirmedAt === undefined)
    throw new DomainError('PARTS_ORDER.NOT_CONFIRMED', { shipment }, 'data.shipment');
  const corrected = items.map((said, n) => {
    const field = `data.items.${n}`;
    const item = parcel.items.find(({ line }) => line === said.line);
    if (!item) throw noSuch('line', said.line, `${field}.line`);
    if (items.findIndex(({ line }) => line === said.line) < n)
      throw invalid(`${field}.line`, { en: 'the line appears twice', zh: '同一行重复填写' });
    refuseImpossible(item, said, field);
    return { ...said, before: { received: item.received, wrong: item.wrong, missing: item.lost } };
  });
  const changed = corrected.filter(
    ({ received, wrong, missing, before }) =>
      received !== before.received || wrong !== before.wrong || missing !== before.missing,
  );
  if (changed.length === 0)
    throw invalid('data.items', { en: 'this is what was already confirmed', zh: '与已确认的内容相同' });
  return [{ type: 'ReceiptCorrected', data: { shipment, items: changed, reason } }];
}

/** @throws {DomainError} for more pieces than were sent, or fewer wrong ones than are back already. */
function refuseImpossible(item: ShipmentItem, said: Arrival, field: string): void {
  if (sum(said) > item.quantity)
    throw new DomainError(
      'PARTS_ORDER.TOO_MANY',
      { line: said.line, quantity: sum(said), available: item.quantity },
      `${field}.received`,
    );
  if (said.wrong < item.back)
    throw invalid(`${field}.wrong`, {
      en: 'more pieces have already been returned to a depot',
      zh: '退回入库的数量已超过此数',
    });
}

/**
 * Updates the tasks of people: missing pieces are claimed from the carrier, and with nothing left at the
 * user's there is nothing to collect.
 */
export function seeToCorrection(
  before: RequestedOrder,
  after: RequestedOrder,
  shipment: number,
): readonly OrderEvent[] {
  const lostIn = (state: RequestedOrder): number =>
    total(state.shipments.find((one) => one.shipment === shipment)?.items ?? [], ({ lost }) => lost);
  const withUserIn = (state: RequestedOrder): number =>
    total(state.order.lines, ({ line }) => Math.max(unfittedOf(state, line), 0));
  const parcel = after.shipments.find((one) => one.shipment === shipment);
  const isOpen = (key: string): boolean => after.followUps.some((one) => one.key === key);
  const done = (key: string): readonly OrderEvent[] =>
    isOpen(key) ? [{ type: 'FollowUpDone', data: { key, note: CORRECTED } }] : [];
  const [lost, left] = [lostIn(after), withUserIn(after)];
  return [
    ...(parcel && lost > lostIn(before) ? [claim(parcel, 'missing')] : []),
    ...(lost === 0 ? [...done(claimKey(shipment, 'missing')), ...done(claimKey(shipment, 'lost'))] : []),
    ...(left === 0 ? done(PARTS_WITH_USER) : []),
    ...(after.cancelled && left > withUserIn(before)
      ? [withUser({ en: `Shipment ${shipment}`, zh: `第 ${shipment} 批发货` })]
      : []),
  ];
}

const CORRECTED = 'The receipt was corrected / 签收已更正';
const total = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((so, item) => so + of(item), 0);

/**
 * Cancels replacements for pieces that have arrived after all, latest first; requests again those still
 * needed.
 */
export function giveUpSurplus(state: RequestedOrder): OrderEvent[] {
  const keys = state.order.lines.flatMap((line) => {
    let surplus = -needOf(state, line);
    const open = [
      ...state.asked.map(({ key, line: of, quantity }) => ({ key, of, quantity })),
      ...state.holds.map(({ key, line: of, picks }) => ({
        key,
        of,
        quantity: picks.reduce((total, { quantity }) => total + quantity, 0),
      })),
      ...state.purchases
        .filter(({ failed, received }) => failed !== true && received === 0)
        .map(({ key, line: of, quantity }) => ({ key, of, quantity })),
    ].filter(({ of }) => of === line.line);
    return open.toReversed().flatMap(({ key, quantity }) => {
      if (surplus <= 0) return [];
      surplus -= quantity;
      return [key];
    });
  });
  return keys.length > 0 ? [{ type: 'SurplusGivenUp', data: { keys } }] : [];
}

/** How pieces move in the parts system: from where there are fewer now to where there are more. */
export function correctionLines(
  state: RequestedOrder,
  items: Extract<OrderEvent, { type: 'ReceiptCorrected' }>['data']['items'],
): JsonObject[] {
  return items.flatMap(({ line, received, missing, before }) => {
    const delivered = received - before.received;
    const lost = missing - before.missing;
    const changes = [
      { place: 'delivered', by: delivered },
      { place: 'lost', by: lost },
      { place: 'in-transit', by: -delivered - lost },
    ];
    const partNumber = lineOf(state, line)?.partNumber ?? '';
    const more = changes.filter(({ by }) => by > 0).map((one) => ({ ...one }));
    return changes
      .filter(({ by }) => by < 0)
      .flatMap(({ place: from, by }) => {
        let left = -by;
        return more.flatMap((to) => {
          const quantity = Math.min(left, to.by);
          left -= quantity;
          to.by -= quantity;
          return quantity > 0 ? [{ partNumber, quantity, from, to: to.place }] : [];
        });
      });
  });
}
