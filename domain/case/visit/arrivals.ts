import type { CaseEvent } from '../events';
import type { Appointment } from '../facts';
import type { CaseState } from '../state';
import { type Arrival } from './terms';

interface Promised extends Arrival {
  readonly appointment: Appointment;
}

/** Promised arrival time; undefined without a promise. */
export const arriveByOf = ({ appointment, arriveBy = appointment.to }: Promised): string | undefined =>
  arriveBy ?? undefined;

interface Ended extends Promised {
  readonly endedAt?: string;
  /** When the end was entered, where that was later. */
  readonly endEnteredAt?: string;
  /** Another engineer, who was given the trip, came in time. */
  readonly isKeptByAnother?: true;
}

/** The instant for which an arrival was promised first and did not come, as known at an instant (ISO-8601); undefined where it was kept, or holds. */
export function brokenArrival(trip: Ended, now: string): string | undefined {
  const { arrivedAt, missedAt, endedAt = now, endEnteredAt = endedAt, isKeptByAnother } = trip;
  if (missedAt !== undefined) return missedAt;
  const by = arriveByOf(trip);
  if (by === undefined || isKeptByAnother) return undefined;
  const isBroken = arrivedAt === undefined ? endEnteredAt >= by : arrivedAt > by;
  return isBroken ? by : undefined;
}

/** When an arrival in time was entered, where it was due by then: it is kept, and counted apart (R37). */
export function arrivalEnteredLate(trip: Promised): string | undefined {
  const { arrivedAt, arrivalEnteredAt, missedAt } = trip;
  const by = arriveByOf(trip);
  if (by === undefined || arrivedAt === undefined || arrivalEnteredAt === undefined) return undefined;
  return missedAt === undefined && arrivedAt <= by && by < arrivalEnteredAt ? arrivalEnteredAt : undefined;
}

/** True once the promised appointment has passed without an arrival. */
export function isMissedBy({ dispatch, visit }: CaseState, now: string): boolean {
  const by = dispatch && arriveByOf({ ...visit, appointment: dispatch.appointment });
  return visit?.arrivedAt === undefined && by !== undefined && by <= now;
}

type DataOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>['data'];
type Visit = NonNullable<CaseState['visit']>;

/** A late entry makes no promise for a time already past. */
export const visitSent = ({ isOver }: DataOf<'EngineerDispatched'>): Visit =>
  isOver ? { arriveBy: null } : {};

/**
 * Since when an engineer can have been on the way whose visit is entered afterwards, so that its departure and its arrival are taken as they were:
 * since the request, and since the trip before. ISO-8601.
 */
export const sentSince = (
  { registration, visits = [], handedOverTrips = [] }: CaseState,
  at: string,
): string =>
  [
    ...(registration ? [registration.receivedAt] : [at]),
    ...[...visits, ...handedOverTrips].map(({ endedAt }) => endedAt),
  ]
    .map((since) => (since < at ? since : at))
    .reduce((one, other) => (one > other ? one : other));

/** The promise stays when another engineer takes over. */
export const visitHandedOver = ({ visit = {} }: CaseState): Visit => {
  const { missedAt, arriveBy } = visit;
  return { ...(missedAt !== undefined && { missedAt }), ...(arriveBy !== undefined && { arriveBy }) };
};

/** The trip after its appointment was moved: to a time that is over already, the arrival stays promised for when it was. */
export function visitMoved(
  { visit, dispatch }: CaseState,
  { previous, isMissed, isOver }: DataOf<'AppointmentMoved'>,
): Pick<CaseState, 'visit'> {
  const { arriveBy: before, ...others } = visit ?? {};
  const promised = before === undefined ? (previous ?? dispatch?.appointment)?.to : before;
  const arriveBy = isOver ? promised : undefined;
  const missedAt = others.missedAt ?? (isMissed ? promised : undefined);
  const isAny = visit !== undefined || arriveBy !== undefined || missedAt !== undefined;
  return isAny
    ? {
        visit: {
          ...others,
          ...(missedAt !== undefined && missedAt !== null && { missedAt }),
          ...(arriveBy !== undefined && { arriveBy }),
        },
      }
    : {};
}
