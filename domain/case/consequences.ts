import type { Bilingual } from '../bilingual';
import type { Appointment } from './facts';
import type { CaseEvent } from './events';
import { openOrders } from './parts/orders';
import { isNeeded, type CaseReservation } from './parts/reservation-terms';
import type { CaseState } from './state';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** A loss that a command causes: said in figures before somebody confirms it. */
export type Consequence =
  | { readonly kind: 'visit-cancelled'; readonly engineer: Person; readonly appointment: Appointment }
  | { readonly kind: 'parts-released'; readonly pieces: number; readonly parts: string }
  | { readonly kind: 'parts-orders-cancelled'; readonly count: number; readonly numbers: string }
  | { readonly kind: 'offer-ended'; readonly names: Bilingual }
  | { readonly kind: 'quote-voided' | 'invoice-credited'; readonly number: string }
  | { readonly kind: 'approvals-withdrawn'; readonly count: number };

/** At these stages an appointment lies ahead or is kept. */
const VISITED: readonly string[] = ['dispatched', 'on-site'];

/** Lists the losses that events cause in a case. @param before and after them. */
export function consequencesOf(
  before: CaseState,
  after: CaseState,
  events: readonly CaseEvent[],
): readonly Consequence[] {
  return [
    ...visitCancelled(before, after),
    ...partsReleased(before, after),
    ...ordersCancelled(before, after),
    ...approvalsWithdrawn(events),
    ...events.flatMap(takenBack),
  ];
}

const visitCancelled = (before: CaseState, after: CaseState): readonly Consequence[] =>
  before.stage === 'dispatched' && before.dispatch && !VISITED.includes(after.stage)
    ? [
        {
          kind: 'visit-cancelled',
          engineer: { id: before.dispatch.engineer.id, name: before.dispatch.engineer.name },
          appointment: before.dispatch.appointment,
        },
      ]
    : [];

/** The parts of reservations that are given up, less those that are reserved again elsewhere. */
function partsReleased(before: CaseState, after: CaseState): readonly Consequence[] {
  const held = (before.reservations ?? []).filter(isHeld);
  const known = held.map(({ askedBy }) => askedBy);
  const isGivenUp = ({ askedBy }: CaseReservation): boolean =>
    after.stage === 'cancelled' ||
    (after.reservations ?? []).some((one) => one.askedBy === askedBy && !isNeeded(one));
  const again = (after.reservations ?? []).filter((one) => isHeld(one) && !known.includes(one.askedBy));
  const released = new Map<string, number>();
  const add = (reservations: readonly CaseReservation[], sign: 1 | -1): void => {
    for (const { partNumber, quantity } of reservations.flatMap(({ parts }) => parts))
      released.set(partNumber, (released.get(partNumber) ?? 0) + sign * quantity);
  };
  add(held.filter(isGivenUp), 1);
  if (after.stage !== 'cancelled') add(again, -1);
  const parts = [...released].filter(([, quantity]) => quantity > 0);
  if (parts.length === 0) return [];
  return [
    {
      kind: 'parts-released',
      pieces: parts.reduce((sum, [, quantity]) => sum + quantity, 0),
      parts: parts.map(([partNumber, quantity]) => `${partNumber} × ${quantity}`).join(', '),
    },
  ];
}

const isHeld = (one: CaseReservation): boolean => isNeeded(one) && one.failed !== true;

/** Cancelling a case cancels its orders. */
function ordersCancelled(before: CaseState, after: CaseState): readonly Consequence[] {
  const orders = after.stage === 'cancelled' ? openOrders(before) : [];
  return orders.length === 0
    ? []
    : [
        {
          kind: 'parts-orders-cancelled',
          count: orders.length,
          numbers: orders.map(({ number }) => number).join(', '),
        },
      ];
}

function approvalsWithdrawn(events: readonly CaseEvent[]): readonly Consequence[] {
  const count = events.filter(({ type }) => type === 'ApprovalWithdrawn').length;
  return count === 0 ? [] : [{ kind: 'approvals-withdrawn', count }];
}

function takenBack(event: CaseEvent): readonly Consequence[] {
  switch (event.type) {
    case 'OfferWithdrawn':
      return [{ kind: 'offer-ended', names: { en: event.data.from.nameEn, zh: event.data.from.nameZh } }];
    case 'QuoteVoided':
      return [{ kind: 'quote-voided', number: event.data.number }];
    case 'InvoiceCredited':
      return [{ kind: 'invoice-credited', number: event.data.number }];
    default:
      return [];
  }
}
