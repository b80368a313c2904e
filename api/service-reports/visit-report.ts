import { recordedOf } from '../../activities/event-row';
import type { CaseEvent } from '../../domain/case/events';
import { chargesOfDeclined } from '../../domain/case/quote/charges';
import type { RegisteredCase } from '../../domain/case/state';
import { tripsOf, type Trip } from '../../domain/case/visit/trips';
import { testOf } from '../../domain/case/flows/repair/verification';
import type { VisitReportView } from '../../documents/visit-report/view';
import type { Database } from '../../platform/database';
import type { Recorded } from '../../domain/process/decider';
import { ApiError } from '../http/problems';
import type { StoredCase } from '../cases/read-case';
import { paperOf, type PaperAsked, type PaperDependencies } from './paper';

/** The number that stands on the paper of a visit. */
export const visitNumber = (caseNumber: string, trip: number): string => `${caseNumber}-V${trip}`;

/** The visits that have ended of which a customer reads: an engineer came. */
export const visitsForCustomer = (state: RegisteredCase): readonly Trip[] =>
  tripsOf(state).filter(({ outcome, arrivedAt }) => outcome !== 'under-way' && arrivedAt !== undefined);

/** Visits that a report can be printed for. */
export const visitsMade = (state: RegisteredCase): number =>
  tripsOf(state).filter(({ outcome }) => outcome !== 'under-way').length;

const REPORTED_EVENTS = [
  'EngineerDispatched',
  'EngineerReassigned',
  'FaultDiagnosed',
  'UnitRepaired',
  'VerificationFailed',
  'VisitLeftUnfinished',
  'QuoteRefused',
  'QuoteLapsed',
] as const satisfies readonly CaseEvent['type'][];

/**
 * Content of one visit's report, for any outcome. @throws {ApiError} 404 when the visit was not made, or is
 * under way.
 */
export async function visitReportView(
  dependencies: PaperDependencies,
  { processId, state }: StoredCase,
  asked: PaperAsked & { readonly visit: number; readonly isForStaff?: boolean },
): Promise<VisitReportView> {
  const number = visitNumber(state.registration.caseNumber, asked.visit);
  const trips = asked.isForStaff === true ? tripsOf(state) : visitsForCustomer(state);
  const trip = trips.find((one) => one.number === asked.visit && one.outcome !== 'under-way');
  if (!trip) throw new ApiError('RESOURCE.NOT_FOUND', { what: number });
  const [paper, events] = await Promise.all([
    paperOf(dependencies, state, trip.engineer, asked),
    eventsOfTrip(dependencies.database, processId, trip),
  ]);
  const { departedAt, arrivedAt, endedAt, outcome, reason, appointment, cost } = trip;
  const last = (type: (typeof REPORTED_EVENTS)[number]): Recorded | undefined =>
    events.findLast((event) => event.type === type);
  const repaired = last('UnitRepaired');
  const declined =
    isLast(state, trip) && state.unrepaired ? (last('QuoteRefused') ?? last('QuoteLapsed')) : undefined;
  const test = outcome === 'repaired' ? testOf(state) : undefined;
  const note = textIn(last('VisitLeftUnfinished'), 'note');
  const finding = textIn(last('FaultDiagnosed'), 'finding');
  const plan = textIn(last('FaultDiagnosed'), 'plan');
  return {
    ...paper,
    number,
    visit: trip.number,
    ofVisits: { visit: trip.number, visits: visitsMade(state) },
    outcome,
    ...(reason && { reason }),
    promised: appointment,
    times: {
      ...(departedAt !== undefined && { departed: departedAt }),
      ...(arrivedAt !== undefined && { arrived: arrivedAt }),
      ...(repaired && { repaired: instantOf(repaired) }),
      ...(endedAt !== undefined && { left: leftAt(state, trip) ?? endedAt }),
    },
    ...(declined && { declinedAt: instantOf(declined) }),
    ...(test && { verification: test }),
    charges: chargesOf(state, trip),
    ...(asked.audience === 'internal' && {
      internal: {
        ...(note !== undefined && { note }),
        ...(finding !== undefined && { finding }),
        ...(plan !== undefined && { plan }),
        ...(cost && { cost }),
      },
    }),
  };
}

/** A repair is charged with its report; a visit without one, with nothing but what the customer declined. */
function chargesOf(state: RegisteredCase, trip: Trip): VisitReportView['charges'] {
  if (trip.outcome === 'repaired') return { kind: 'on-report' };
  return isLast(state, trip) && state.unrepaired ? chargesOfDeclined(state) : { kind: 'none' };
}

const instantOf = ({ occurredAt, at }: Recorded): string => occurredAt ?? at;

/** A text of an event's data. */
function textIn(event: Recorded | undefined, name: string): string | undefined {
  const found: unknown = Object.entries(event?.data ?? {}).find(([key]) => key === name)?.[1];
  return typeof found === 'string' ? found : undefined;
}

const isLast = (state: RegisteredCase, { number }: Trip): boolean =>
  tripsOf(state).every((other) => other.number <= number);

/** For the visit that completed the repair, its report holds the time of leaving. */
const leftAt = ({ report, reportVersions }: RegisteredCase, { outcome }: Trip): string | undefined =>
  outcome === 'repaired' ? (report?.leftAt ?? reportVersions?.[0]?.at) : undefined;

/** Events of the visit, from setting out to leaving, in the order in which they happened for the engineer. */
async function eventsOfTrip(
  database: Database,
  processId: string,
  { departedAt, arrivedAt, endedAt }: Trip,
): Promise<readonly Recorded[]> {
  const rows = await database.processEvent.findMany({
    where: { processId, type: { in: [...REPORTED_EVENTS] } },
    orderBy: { seq: 'asc' },
  });
  const from = departedAt ?? arrivedAt ?? '';
  return rows
    .map((row) => recordedOf(row))
    .filter((event) => {
      const isDecision = event.type === 'QuoteRefused' || event.type === 'QuoteLapsed';
      // The customer may decide after the engineer has left.
      return instantOf(event) >= from && (isDecision || endedAt === undefined || instantOf(event) <= endedAt);
    });
}
