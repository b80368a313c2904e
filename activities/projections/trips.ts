import { isDeepStrictEqual } from 'node:util';
import { arrivalEnteredLate, arriveByOf, brokenArrival } from '../../domain/case/visit/arrivals';
import type { CaseState } from '../../domain/case/state';
import { tripsOf, type Trip } from '../../domain/case/visit/trips';
import { Prisma, type Transaction } from '../../platform/database';
import type { Difference } from '../process-kind';
import { image, type TableRows } from '../process-tables';
import { compareRows } from './compare';

export const TRIP = image('trip', Prisma.TripScalarFieldEnum, 'id');

/** The dispatch record of a case (R13). Few commits touch it, and only those write. */
export function changedTrips(
  processId: string,
  { before, after }: { readonly before: CaseState; readonly after: CaseState },
): readonly TableRows[] {
  const rows = tripRows(processId, after);
  return isDeepStrictEqual(tripRows(processId, before), rows) ? [] : [{ table: TRIP, rows }];
}

export async function tripDifferences(
  tx: Transaction,
  processId: string,
  state: CaseState,
): Promise<readonly Difference[]> {
  const held = await tx.trip.findMany({ where: { processId } });
  return compareRows(
    'trip',
    new Map(tripRows(processId, state).map((row) => [row.id, row])),
    new Map(held.map((row) => [row.id, { ...row, ...numbersIn(row) }])),
  );
}

const numbersIn = ({ labourCostCents, travelCostCents }: Prisma.TripGetPayload<object>) => ({
  labourCostCents: labourCostCents === null ? null : Number(labourCostCents),
  travelCostCents: travelCostCents === null ? null : Number(travelCostCents),
});

const tripRows = (processId: string, state: CaseState): (Prisma.TripCreateManyInput & { id: string })[] =>
  tripsOf(state).map((trip) => ({
    id: `${processId}:${trip.number}`,
    processId,
    customerId: state.customer?.id ?? null,
    unitId: state.unit?.id ?? null,
    ...tripColumns(trip),
  }));

function tripColumns(trip: Trip) {
  const { number, engineer, appointment, departedAt, arrivedAt, endedAt, outcome, reason, cost } = trip;
  const date = (instant: string | undefined): Date | null =>
    instant === undefined ? null : new Date(instant);
  return {
    number,
    engineerId: engineer.id,
    engineerName: engineer.name,
    outletId: engineer.outletId,
    regionId: engineer.regionId,
    promisedFrom: new Date(appointment.from),
    promisedTo: new Date(appointment.to),
    departedAt: date(departedAt),
    arriveBy: date(arriveByOf(trip)),
    arrivedAt: date(arrivedAt),
    enteredLateAt: date(arrivalEnteredLate(trip)),
    // Whether one that is still expected has been broken depends on when that is asked.
    breachedAt: date(brokenArrival(trip, '')),
    endedAt: date(endedAt),
    outcome,
    reason: reason ?? null,
    labourMinutes: cost?.labourMinutes ?? null,
    travelMinutes: cost?.travelMinutes ?? null,
    labourCostCents: cost?.labourCostCents ?? null,
    travelCostCents: cost?.travelCostCents ?? null,
    currency: cost?.currency ?? null,
  };
}
