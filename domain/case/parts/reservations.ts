import { HQ } from '../../identity/scope';
import type { JsonObject, JsonValue } from '../../json';
import { ENDED_ORDER_STAGES } from '../../parts-order/terms';
import type { Recorded } from '../../process/decider';
import type { CaseEffect } from '../common/call-terms';
import type { CaseEvent } from '../events';
import type { EngineerFacts, PartLine } from '../facts';
import { withLateAnswer } from './account';
import type { CaseReservation } from './reservation-terms';
import type { CaseState, RegisteredCase } from '../state';

type Reserving = Pick<CaseState, 'reservations' | 'reservationIds' | 'usedUnreserved' | 'issued'>;

/** Reservations after one more event. */
export function withReservations(state: CaseState, event: Recorded<CaseEvent>): Reserving {
  const { seq: askedBy } = event;
  switch (event.type) {
    case 'EngineerDispatched':
      return event.data.parts.length > 0
        ? held(state, { askedBy, purpose: 'visit', ...near(event.data.engineer), parts: event.data.parts })
        : {};
    case 'FaultDiagnosed': {
      // Another plan needs other parts.
      const before = givenUp(state, askedBy, ({ purpose }) => purpose === 'plan');
      const { parts } = event.data;
      return state.dispatch && parts.length > 0
        ? {
            ...before,
            ...held(
              { ...state, ...before },
              { askedBy, purpose: 'plan', ...near(state.dispatch.engineer), parts },
            ),
          }
        : before;
    }
    case 'PartsRedirected': {
      const { purpose, engineer, parts } = event.data;
      const before = givenUp(state, askedBy, isElsewhere(purpose, engineer));
      return { ...before, ...held({ ...state, ...before }, { askedBy, purpose, ...near(engineer), parts }) };
    }
    case 'CaseResolvedRemotely':
    case 'CaseLeftUnrepaired':
    case 'CaseJoined':
      return givenUp(state, askedBy, () => true);
    case 'UnitRepaired': {
      const { issued } = event.data;
      return { ...used(state), ...(issued && { issued: [...(state.issued ?? []), ...issued] }) };
    }
    case 'CallSettled': {
      const { key, call, outcome } = event.data;
      if (call !== 'reserveParts' || isGivenUp(state, key)) return {};
      if (isUsed(state, key)) return withLateAnswer(state, event.data);
      if (!outcome.ok) return failed(state, key);
      const depots = depotsIn(outcome.result);
      const isOf = isAskedBy(state, key);
      return {
        reservationIds: [...(state.reservationIds ?? []), key],
        ...(state.reservations && {
          reservations: state.reservations.map((one) => (isOf(one) ? { ...one, depots } : one)),
        }),
      };
    }
    default:
      return {};
  }
}

/** The parts that are not needed since this event are put back. */
export const givenUpBy = ({ reservations = [] }: CaseState, seq: number): readonly CaseEffect[] =>
  reservations
    .filter((one) => one.givenUpBy === seq)
    .map(({ askedBy }) => ({ kind: 'undoOf', seq: askedBy }));

/** Whether a repair has used the parts before they were reserved: there is nothing left but to issue them, whatever became of the case. */
export const isUsed = (state: CaseState, key: string): boolean =>
  (state.usedUnreserved ?? []).some((askedBy) => isAskedBy(state, key)({ askedBy }));

/** Nothing is held any more; what the parts system has not answered by the time of the repair is issued when it does. */
function used(state: CaseState): Reserving {
  const { reservations, reservationIds = [], usedUnreserved = [] } = state;
  if (!reservations) return {};
  const late = reservations.filter(
    (one) =>
      one.givenUpBy === undefined &&
      one.failed !== true &&
      !reservationIds.some((key) => isAskedBy(state, key)(one)),
  );
  return {
    reservations: [],
    ...(late.length > 0 && { usedUnreserved: [...usedUnreserved, ...late.map(({ askedBy }) => askedBy)] }),
  };
}

/** The reservation failed: a person gets the task. */
function failed(state: CaseState, key: string): Reserving {
  const isOf = isAskedBy(state, key);
  return state.reservations?.some(isOf) === true
    ? { reservations: state.reservations.map((one) => (isOf(one) ? { ...one, failed: true } : one)) }
    : {};
}

const held = ({ reservations = [] }: CaseState, reservation: CaseReservation): Reserving => ({
  reservations: [...reservations, reservation],
});

function givenUp(
  state: CaseState,
  seq: number,
  isMeant: (reservation: CaseReservation) => boolean,
): Reserving {
  if (!state.reservations) return {};
  const reservations = state.reservations.map((one) =>
    one.givenUpBy === undefined && isMeant(one) ? { ...one, givenUpBy: seq } : one,
  );
  const { reservationIds } = state;
  const after = { ...state, reservations };
  return {
    reservations,
    ...(reservationIds && { reservationIds: reservationIds.filter((id) => !isGivenUp(after, id)) }),
  };
}

/** @param key of the call: `<case>:<seq>:<n>`. */
const isGivenUp = (state: CaseState, key: string): boolean =>
  (state.reservations ?? []).filter(isAskedBy(state, key)).some((one) => one.givenUpBy !== undefined);

const isAskedBy =
  ({ registration }: CaseState, key: string) =>
  ({ askedBy }: Pick<CaseReservation, 'askedBy'>): boolean =>
    key.startsWith(`${registration?.caseNumber ?? ''}:${askedBy}:`);

const near = ({ outletId }: Pick<EngineerFacts, 'outletId'>) => ({ outletId });

const isElsewhere =
  (purpose: CaseReservation['purpose'], { outletId }: Pick<EngineerFacts, 'outletId'>) =>
  (one: CaseReservation): boolean =>
    one.givenUpBy === undefined && one.purpose === purpose && one.outletId !== outletId;

/**
 * Effects on parts of sending another engineer: reservations for another outlet are released and made again
 * near the new one, and pending orders are redirected to the new engineer (R20). Issued or shipped parts
 * stay.
 */
export function redirectParts(
  { reservations = [], partsOrders = [], dispatch }: RegisteredCase,
  { id, outletId, regionId }: EngineerFacts,
): CaseEvent[] {
  const engineer = { id, outletId, regionId };
  const orders = partsOrders.filter(({ progress }) => !ENDED_ORDER_STAGES.includes(progress.stage));
  return [
    ...PURPOSES.flatMap((purpose): CaseEvent[] => {
      const parts = sumOf(
        reservations.filter(isElsewhere(purpose, engineer)).flatMap((reservation) => reservation.parts),
      );
      return parts.length > 0 ? [{ type: 'PartsRedirected', data: { purpose, engineer, parts } }] : [];
    }),
    ...(orders.length > 0 && dispatch?.engineer.id !== id
      ? [
          {
            type: 'OrdersRedirected' as const,
            data: { engineer, orders: orders.map(({ number }) => number) },
          },
        ]
      : []),
  ];
}
const PURPOSES = ['visit', 'plan'] as const;

function sumOf(lines: readonly PartLine[]): PartLine[] {
  const pieces = new Map<string, number>();
  for (const { partNumber, quantity } of lines)
    pieces.set(partNumber, (pieces.get(partNumber) ?? 0) + quantity);
  return [...pieces].map(([partNumber, quantity]) => ({ partNumber, quantity }));
}

/** From the depots nearest to the engineer on. */
export const reserveParts = (
  { registration }: RegisteredCase,
  { outletId, regionId }: Pick<EngineerFacts, 'outletId' | 'regionId'>,
  parts: readonly PartLine[],
): CaseEffect => ({
  kind: 'call',
  call: 'reserveParts',
  input: {
    reference: registration.caseNumber,
    lines: parts.map(({ partNumber, quantity }) => ({ partNumber, quantity })),
    preferredDepots: [outletId, regionId, HQ],
  },
  undo: { call: 'releaseParts', input: {} },
});

function depotsIn(result: JsonValue): string[] {
  const picks = isObject(result) ? result['picks'] : undefined;
  const list: readonly JsonValue[] = Array.isArray(picks) ? picks : [];
  const depots = list.flatMap((pick) =>
    isObject(pick) && typeof pick['depot'] === 'string' ? [pick['depot']] : [],
  );
  return [...new Set(depots)];
}

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A release that is asked for meanwhile comes after it: the parts are in the machine. */
export const issueParts = (reservationId: string): CaseEffect => ({
  kind: 'call',
  call: 'issueParts',
  input: { reservationId },
  about: reservationId,
});
