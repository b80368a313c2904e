import { allowedCommands } from '../../domain/case/decide';
import { TRIP_OUTCOMES } from '../../domain/case/visit/trips';
import { isNeeded } from '../../domain/case/parts/reservation-terms';
import type { RegisteredCase } from '../../domain/case/state';
import type { Principal } from '../../domain/identity/principal';
import type { Database } from '../../platform/database';
import { inScope } from '../access/scope';
import { stateOf } from '../cases/read-case';
import { iso, oneOf } from '../http/one-of';
import { partNames } from '../parts-orders/catalogue';
import { JOB_COLUMNS, JOB_TABLES, jobView, type JobRow } from '../schedule/jobs';
import type { ApiDependencies } from '../context';
import { historyOf, type Earlier } from './history';
import type { MyVisitView } from './schema';

/** The first instant of a day and of the next. */
export interface WholeDay {
  readonly from: Date;
  readonly to: Date;
  /** Visits that were promised before and have not ended belong to today. */
  readonly isToday: boolean;
}

interface VisitRow extends JobRow {
  readonly number: number;
  readonly from: Date;
  readonly to: Date;
  readonly departedAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly endedAt: Date | null;
  readonly outcome: string;
  readonly state: unknown;
  readonly phones: readonly { readonly name: string | null; readonly number: string }[];
}

/** The visits of the caller on a day, with all that is needed there, in two statements and a look at the catalogue. */
export async function visitsOf(
  dependencies: Pick<ApiDependencies, 'database' | 'config' | 'logger'>,
  principal: Principal,
  day: WholeDay,
  now: Date,
): Promise<MyVisitView[]> {
  const { database } = dependencies;
  const rows = await readVisits(database, principal, day);
  const visits = rows.map((row) => ({ row, state: stateOf(row, row.caseNumber) }));
  const numbers = visits.flatMap(({ state }) => partsOf(state).map(({ partNumber }) => partNumber));
  const [history, names] = await Promise.all([
    historyOf(
      database,
      principal.scope,
      rows.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
    ),
    partNames(dependencies, numbers),
  ]);
  return visits.map(({ row, state }) => ({
    ...jobView(row),
    ...tripView(row, day),
    ...contentOf(row, state),
    parts: partsOf(state).map((part) => ({ ...part, names: names.get(part.partNumber) ?? null })),
    history: earlierThan(row, history),
    allowedCommands: [...allowedCommands(state, principal.actor, now.toISOString())],
  }));
}

const readVisits = (
  database: Database,
  { actor, scope }: Principal,
  { from, to, isToday }: WholeDay,
): Promise<VisitRow[]> => database.$queryRaw<VisitRow[]>`
  SELECT trip.number, trip.promised_from AS "from", trip.promised_to AS "to", trip.departed_at AS "departedAt",
    trip.arrived_at AS "arrivedAt", trip.ended_at AS "endedAt", trip.outcome, process.state, ${JOB_COLUMNS},
    (SELECT coalesce(json_agg(json_build_object('name', contact.name, 'number', contact.value) ORDER BY contact.value), '[]')
      FROM customer_contact AS contact WHERE contact.customer_id = customer.id AND contact.kind = 'phone') AS phones
  FROM trip JOIN service_case ON service_case.process_id = trip.process_id
    JOIN process ON process.id = trip.process_id ${JOB_TABLES}
  WHERE trip.engineer_id = ${actor.id} AND ${inScope(scope, 'service_case')} AND trip.promised_from < ${to}
    AND (trip.promised_to > ${from} OR (${isToday} AND trip.outcome = 'under-way'))
    AND trip.outcome <> 'handed-over'
  ORDER BY trip.promised_from, trip.id`;

const tripView = (row: VisitRow, day: WholeDay) => ({
  trip: row.number,
  appointment: { from: row.from.toISOString(), to: row.to.toISOString() },
  isFromEarlier: row.to <= day.from,
  departedAt: iso(row.departedAt),
  arrivedAt: iso(row.arrivedAt),
  endedAt: iso(row.endedAt),
  outcome: oneOf(TRIP_OUTCOMES, row.outcome),
});

const contentOf = ({ phones }: VisitRow, { registration, symptom, unit, warranty }: RegisteredCase) => ({
  symptom: symptom ?? null,
  text: registration.text,
  phones: phones.filter(({ number }) => number !== registration.sender.phone),
  productName: unit ? { en: unit.productNameEn, zh: unit.productNameZh } : null,
  warranty,
});

/** The parts to take along, each part of a reservation once. */
const partsOf = ({ reservations = [] }: RegisteredCase) =>
  reservations
    .filter(isNeeded)
    .flatMap(({ parts, depots }) =>
      parts.map(({ partNumber, quantity }) => ({ partNumber, quantity, depotIds: [...(depots ?? [])] })),
    );

const earlierThan = ({ unitId, caseNumber }: VisitRow, history: readonly Earlier[]) =>
  history.flatMap(({ unitId: of, ...earlier }) =>
    of === unitId && earlier.caseNumber !== caseNumber ? [earlier] : [],
  );
