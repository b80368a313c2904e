import { reasonOf } from '../notices/reasons';
import type { Effect, Recipient, Recorded } from '../process/decider';
import type { OrderEffect } from './call-terms';
import type { OrderEvent } from './events';
import { named, outcomes, piecesAt, purchaseKey, settleShipment, notifyAbout, wordsOf } from './inputs';
import {
  awaitingDepots,
  clockOwner,
  escalationTarget,
  followUpOwner,
  holdingDepots,
  keeperOf,
  PURCHASING,
  toRecipient,
} from './owner';
import { correctionLines } from './corrections';
import { takenBack } from './taking-back';
import { oldPartEffects } from './old-part-effects';
import { isRequested, lineOf, seqOf, type OrderState, type RequestedOrder } from './state';

const CASE_CANCELLED = { en: 'the case was cancelled', zh: '服务单已取消' };
const NO_NUMBER = { en: 'no tracking number', zh: '无' };

/** Effects of an event. Its own call comes first: the key follows from the event's number (`callKey`). */
export function react(state: OrderState, event: Recorded<OrderEvent>): readonly OrderEffect[] {
  if (!isRequested(state)) return [];
  const { order } = state;
  const { number, caseNumber } = order;
  const tell = notifyAbout(state);
  const user: Recipient[] = order.customerId === undefined ? [] : [{ customerId: order.customerId }];
  switch (event.type) {
    case 'ReservationAsked':
      return [
        {
          kind: 'call',
          call: 'reserveParts',
          input: {
            reference: number,
            lines: named(state, [event.data]),
            preferredDepots: order.preferredDepots,
          },
          undo: { call: 'releaseParts', input: {} },
        },
      ];
    case 'OrderReaddressed':
      return holdingDepots(state).map((depot) =>
        tell(toRecipient(keeperOf(depot)), 'parts-readdressed', { address: event.data.consignee.address }),
      );
    case 'PartsHeld':
      return [...new Set(event.data.picks.map(({ depot }) => depot))].map((depot) =>
        tell(toRecipient(keeperOf(depot)), 'parts-to-ship', {
          parts: wordsOf(state, event.data.line),
          quantity: piecesAt(event.data.picks, depot),
        }),
      );
    case 'PurchaseAsked':
      return [
        {
          kind: 'call',
          call: 'requestPurchase',
          input: { reference: number, depot: event.data.depot, lines: named(state, [event.data]) },
          undo: { call: 'cancelPurchase', input: {} },
        },
        tell(toRecipient(PURCHASING), 'parts-to-buy', {
          parts: wordsOf(state, event.data.line),
          quantity: event.data.quantity,
        }),
      ];
    case 'PurchaseOrdered': {
      const { purchase, ...progress } = event.data;
      const purchaseId = purchaseKey(state, purchase);
      const input = { purchaseId, ...progress };
      return [{ kind: 'call', call: 'recordPurchase', input, about: purchaseId }];
    }
    case 'GoodsReceived': {
      const purchaseId = purchaseKey(state, event.data.purchase);
      return [
        {
          kind: 'call',
          call: 'receiveGoods',
          input: { purchaseId, lines: named(state, [event.data]) },
          undo: { call: 'releaseParts', input: {} },
          about: purchaseId,
        },
      ];
    }
    case 'PartsShipped': {
      const { depot, carrier, tracking, items } = event.data;
      const lines = items.flatMap((item) =>
        item.from.map((from) => ({ ...from, partNumber: lineOf(state, item.line)?.partNumber ?? '' })),
      );
      return [
        {
          kind: 'call',
          call: 'shipParts',
          input: { reference: number, depot, carrier, ...(tracking !== undefined && { tracking }), lines },
          undo: { call: 'recallShipment', input: {} },
        },
        ...user.map((to) => tell(to, 'parts-shipped', { carrier, tracking: tracking ?? NO_NUMBER })),
      ];
    }
    case 'ReceiptConfirmed': {
      const settled = [
        ...outcomes(
          state,
          event.data.items.map(({ line, received }) => ({ line, quantity: received })),
          'delivered',
        ),
        ...outcomes(
          state,
          event.data.items.map(({ line, missing }) => ({ line, quantity: missing })),
          'lost',
        ),
      ];
      const isWrong = event.data.items.some(({ wrong }) => wrong > 0);
      return [
        ...(settled.length > 0 ? [settleShipment(state, event.data.shipment, settled)] : []),
        ...(isWrong
          ? awaitingDepots(state).map((depot) => tell(toRecipient(keeperOf(depot)), 'parts-coming-back'))
          : []),
      ];
    }
    case 'ReceiptCorrected': {
      const about = state.shipments.find(({ shipment }) => shipment === event.data.shipment)?.key ?? '';
      const lines = correctionLines(state, event.data.items);
      const isWrong = event.data.items.some(({ wrong, before }) => wrong > before.wrong);
      return [
        ...(lines.length > 0
          ? [
              {
                kind: 'call' as const,
                call: 'correctShipment' as const,
                input: { shipmentId: about, lines },
                about,
              },
            ]
          : []),
        ...(isWrong
          ? awaitingDepots(state).map((depot) => tell(toRecipient(keeperOf(depot)), 'parts-coming-back'))
          : []),
        tell({ staffId: order.engineerId }, 'parts-receipt-corrected', { reason: event.data.reason }),
      ];
    }
    case 'SurplusGivenUp':
      return event.data.keys.map((key) => ({ kind: 'undoOf' as const, seq: seqOf(key) }));
    case 'ShipmentLost':
      return [settleShipment(state, event.data.shipment, outcomes(state, event.data.items, 'lost'))];
    case 'PartsTakenBack':
      return takenBack(state, event.data);
    case 'OldPartsDue':
    case 'OldPartsReceived':
    case 'OldPartsForwarded':
    case 'OldPartsCharged':
      return oldPartEffects(state, event);
    case 'OrderCancelled':
      return [
        { kind: 'undo' },
        ...event.data.depots.map((depot) =>
          tell(toRecipient(keeperOf(depot)), 'parts-order-cancelled', {
            // The case that takes its order back gives its own number for a reason.
            reason: event.data.reason === caseNumber ? CASE_CANCELLED : event.data.reason,
          }),
        ),
      ];
    case 'ProgressMade':
      return [
        {
          kind: 'deliver',
          processType: 'serviceCase',
          processId: caseNumber,
          command: {
            type: 'recordPartsProgress',
            data: {
              order: number,
              seq: event.seq,
              progress: {
                ...event.data,
                shipments: [...event.data.shipments].map((one) => ({
                  ...one,
                  items: one.items.map((item) => ({ ...item })),
                })),
              },
            },
          },
        },
      ];
    case 'FollowUpOpened':
      return [
        tell(toRecipient(followUpOwner(state, event.data.kind)), 'parts-follow-up', {
          kind: event.data.kind,
          reason: reasonOf(event.data),
        }),
      ];
    case 'ClockWarned':
      return [
        {
          ...clockNotice(state, toRecipient(clockOwner(state, event.data.clock)), 'clock-warned', event.data),
          urgency: 'working-hours',
        },
      ];
    case 'ClockBreached':
      return [
        clockNotice(state, toRecipient(clockOwner(state, event.data.clock)), 'clock-breached', event.data),
      ];
    case 'ClockEscalated':
      return [
        clockNotice(
          state,
          escalationTarget(state, event.data.to, event.data.clock),
          'clock-escalated',
          event.data,
        ),
      ];
    case 'PartsRequested':
    case 'OrderRedirected':
    case 'UseRecorded':
    case 'OrderBarred':
    case 'ShipmentFailed':
    case 'CallSettled':
    case 'FollowUpDone':
    case 'ClockStarted':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockMet':
    case 'ClockStopped':
    case 'ClockFactsChanged':
    case 'ClockMoved':
    case 'ClockBound':
    case 'ClockCorrected':
    case 'ClockExpired':
      return [];
  }
}

const clockNotice = (
  { order }: RequestedOrder,
  to: Recipient,
  template: string,
  { clock, dueAt, late, known }: { clock: string; dueAt: string; late: boolean; known?: object },
): Extract<Effect, { kind: 'notify' }> => ({
  kind: 'notify',
  template,
  to,
  params: { caseNumber: order.caseNumber, subject: order.number, clock, dueAt, late: late && !known },
  urgency: 'now',
});
