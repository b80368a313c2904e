import { daysBegun } from '../../domain/clock/local-days';
import { TRIP_OUTCOMES } from '../../domain/case/visit/trips';
import { UNFINISHED_REASONS } from '../../domain/case/visit/terms';
import type { TripView } from './trip-schema';
import { readsCostOf, type Reading } from '../access/reading';
import { iso, oneOf, oneOfOrNull } from '../http/one-of';

/** A trip, as its row has it, with the names behind its ids. */
export interface TripRow {
  readonly id: string;
  readonly caseNumber: string;
  readonly number: number;
  readonly engineerId: string;
  readonly engineerName: string;
  readonly outletId: string;
  readonly regionId: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly place: string | null;
  readonly promisedFrom: Date;
  readonly promisedTo: Date;
  readonly departedAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly breachedAt: Date | null;
  readonly enteredLateAt: Date | null;
  readonly endedAt: Date | null;
  readonly outcome: string;
  readonly reason: string | null;
  readonly labourMinutes: number | null;
  readonly travelMinutes: number | null;
  readonly labourCostCents: bigint | null;
  readonly travelCostCents: bigint | null;
  readonly currency: string | null;
}

/** @param zone the company's: its days are counted in it. */
export const tripView = (row: TripRow, zone: string, reading: Reading): TripView => ({
  id: row.id,
  caseNumber: row.caseNumber,
  number: row.number,
  engineer: {
    id: row.engineerId,
    name: row.engineerName,
    outletId: row.outletId,
    regionId: row.regionId,
  },
  customer:
    row.customerId === null || row.customerName === null
      ? null
      : { id: row.customerId, name: row.customerName },
  place: row.place,
  promised: { from: row.promisedFrom.toISOString(), to: row.promisedTo.toISOString() },
  departedAt: iso(row.departedAt),
  arrivedAt: iso(row.arrivedAt),
  breachedAt: iso(row.breachedAt),
  enteredLateAt: iso(row.enteredLateAt),
  endedAt: iso(row.endedAt),
  days: daysOf(row, zone),
  outcome: oneOf(TRIP_OUTCOMES, row.outcome),
  reason: oneOfOrNull(UNFINISHED_REASONS, row.reason),
  cost: costOf(row, reading),
});

/** A trip without a recorded departure begins with the arrival. */
function daysOf({ departedAt, arrivedAt, endedAt }: TripRow, zone: string): number | null {
  const begun = departedAt ?? arrivedAt;
  return begun === null || endedAt === null
    ? null
    : daysBegun(begun.toISOString(), endedAt.toISOString(), zone);
}

function costOf(row: TripRow, reading: Reading): TripView['cost'] {
  const { labourMinutes, travelMinutes, labourCostCents, travelCostCents, currency } = row;
  if (
    labourMinutes === null ||
    travelMinutes === null ||
    labourCostCents === null ||
    travelCostCents === null ||
    currency === null
  )
    return null;
  return {
    labourMinutes,
    travelMinutes,
    ...(readsCostOf(reading, row.engineerId) && {
      labourCostCents: Number(labourCostCents),
      travelCostCents: Number(travelCostCents),
    }),
    currency,
  };
}
