/**
 * The facts of a trip that its cost depends on. Declared apart from the case's terms, because the case's
 * state type depends on this module.
 */
interface TripMade {
  readonly number: number;
  readonly outcome?: string;
  readonly engineer: { readonly id: string; readonly outletId: string };
  readonly cost?: object;
}

/** The part of a case that says which trips were made, and what is known of their cost (R13). */
interface TripsMade<Report = object> {
  readonly visits?: readonly TripMade[];
  readonly handedOverTrips?: readonly TripMade[];
  readonly earlierReports?: readonly (readonly { readonly report: Report }[])[];
  readonly report?: Report;
  readonly keepsWhatHappened?: true;
}

/** The visits that mended the unit, each with the report that tells its cost; a case that was cancelled before its report has one without. */
function repairsWithReports<Report>({ visits = [], earlierReports = [], report }: TripsMade<Report>) {
  const reports = [...earlierReports.map((versions) => versions.at(-1)?.report), report];
  return visits
    .filter(({ outcome }) => outcome === 'repaired')
    .map((visit, n) => ({ visit, report: reports[n] }));
}

/** The report of the repair that was made on this trip. */
export const reportOfTrip = <Report>(made: TripsMade<Report>, number: number): Report | undefined =>
  repairsWithReports(made).find(({ visit }) => visit.number === number)?.report;

/**
 * Ended trips without a recorded cost: those that another engineer took over, or that were broken off; and a
 * repair whose case was cancelled before its report.
 */
export function tripsWithoutCost(made: TripsMade): readonly Pick<TripMade, 'number' | 'engineer'>[] {
  const unreported = repairsWithReports(made)
    .filter(({ visit, report }) => visit.cost === undefined && report === undefined)
    .map(({ visit }) => visit);
  return [
    ...(made.handedOverTrips ?? []).filter(({ cost }) => cost === undefined),
    ...(made.keepsWhatHappened === true ? unreported : []),
  ].toSorted((left, right) => left.number - right.number);
}

/** A case that was cancelled waits until the cost of every trip that was made is known. */
export const owesTripCost = (made: TripsMade): boolean =>
  made.keepsWhatHappened === true && tripsWithoutCost(made).length > 0;
