import type { Recorded } from '../process/decider';
import type { CaseEffect } from './call-terms';
import type { CaseEvent } from './events';
import type { CaseState } from './state';

/** Parts that are held for the work ahead. They are issued with the repair, or put back where there will be none. */
export interface CaseReservation {
  /** Sequence number of the event whose call reserves them. */
  readonly askedBy: number;
  /** To be taken along, or needed by the plan of a diagnosis. */
  readonly purpose: 'visit' | 'plan';
  /** Sequence number of the event by which they are not needed any more. */
  readonly givenUpBy?: number;
}

type Reserving = Pick<CaseState, 'reservations' | 'reservationIds'>;

/** What is held after one more event. */
export function withReservations(state: CaseState, event: Recorded<CaseEvent>): Reserving {
  const { seq: askedBy } = event;
  switch (event.type) {
    case 'EngineerDispatched':
      return event.data.parts.length > 0 ? held(state, { askedBy, purpose: 'visit' }) : {};
    case 'FaultDiagnosed': {
      // Another plan needs other parts.
      const before = givenUp(state, askedBy, ({ purpose }) => purpose === 'plan');
      return state.dispatch && event.data.parts.length > 0
        ? { ...before, ...held({ ...state, ...before }, { askedBy, purpose: 'plan' }) }
        : before;
    }
    case 'CaseResolvedRemotely':
    case 'CaseLeftUnrepaired':
    case 'CaseJoined':
      return givenUp(state, askedBy, () => true);
    case 'UnitRepaired':
      return state.reservations ? { reservations: [] } : {};
    case 'CallSettled': {
      const { key, call, outcome } = event.data;
      const isMeant = call === 'reserveParts' && outcome.ok && !isGivenUp(state, key);
      return isMeant ? { reservationIds: [...(state.reservationIds ?? []), key] } : {};
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
const isGivenUp = ({ reservations = [], registration }: CaseState, key: string): boolean =>
  reservations.some(
    ({ askedBy, givenUpBy: since }) =>
      since !== undefined && key.startsWith(`${registration?.caseNumber ?? ''}:${askedBy}:`),
  );
