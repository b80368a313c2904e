import { loadCalendars } from '../../activities/projections/calendars';
import type { Calendar } from '../../domain/clock/calendar';
import { DAY_MS } from '../../domain/clock/instant';
import { workingSpans } from '../../domain/clock/working-spans';
import { TRIP_OUTCOMES } from '../../domain/case/visit/trips';
import { mayShowAbsence } from '../../domain/dispatch/absence';
import type { Principal } from '../../domain/identity/principal';
import { Prisma, type Database } from '../../platform/database';
import { inScope } from '../access/scope';
import { iso, oneOf } from '../http/one-of';
import { organisationInSight } from '../organisations/list';
import { JOB_COLUMNS, JOB_TABLES, jobView, type JobRow } from './jobs';
import { MOST_ENGINEERS, type ScheduleView } from './schema';
import { jobsToPlace } from './to-place';

/** The longest appointment: a trip that began so long ago may still take up the time that is asked for. */
const LONGEST_VISIT_MS = 31 * DAY_MS;

export interface Asked {
  readonly from: Date;
  readonly to: Date;
  readonly organisationId: string | undefined;
}

interface EngineerRow {
  readonly id: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly organisationId: string;
  readonly parentId: string | null;
  readonly organisationEn: string;
  readonly organisationZh: string;
  readonly phone: string;
  readonly skills: readonly string[];
  readonly calendar: string;
  readonly total: number;
}

interface TripRow extends JobRow {
  readonly engineerId: string;
  readonly number: number;
  readonly from: Date;
  readonly to: Date;
  readonly departedAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly endedAt: Date | null;
  readonly outcome: string;
  readonly isInSight: boolean | null;
}

interface AbsenceRow {
  readonly id: string;
  readonly engineerId: string;
  readonly from: Date;
  readonly to: Date;
  readonly reason: string | null;
}

/** Engineers with their time, and the jobs that wait for one, in five statements however many there are. */
export async function readSchedule(
  database: Database,
  principal: Principal,
  asked: Asked,
  now: Date,
): Promise<ScheduleView> {
  const engineers = await database.$queryRaw<EngineerRow[]>`
    SELECT staff.id, staff.name_en AS "nameEn", staff.name_zh AS "nameZh", organisation.id AS "organisationId",
      organisation.parent_id AS "parentId", organisation.name_en AS "organisationEn", organisation.name_zh AS "organisationZh",
      staff.phone, staff.skills, organisation.calendar, (count(*) OVER ())::int AS total
    FROM staff JOIN organisation ON organisation.id = staff.organisation_id
    WHERE staff.active AND 'repair-engineer' = ANY(staff.roles) AND ${organisationInSight(principal.scope)}
      AND ${isOf(asked.organisationId)}
    ORDER BY organisation.id, staff.name_en, staff.id LIMIT ${MOST_ENGINEERS}`;
  const ids = engineers.map(({ id }) => id);
  const at = asked.from.toISOString();
  const codes = [...new Set(engineers.map(({ calendar }) => calendar))];
  const [trips, absences, toPlace, calendarOf] = await Promise.all([
    tripsOf(database, principal, ids, asked),
    absencesOf(database, ids, asked),
    jobsToPlace(database, principal, asked.organisationId),
    loadCalendars(
      database,
      codes.map((code) => ({ code, at })),
    ),
  ]);
  return {
    asOf: now.toISOString(),
    engineers: engineers.map((engineer) => ({
      ...engineerView(engineer, principal),
      absences: absences
        .filter(({ engineerId }) => engineerId === engineer.id)
        .map((absence) => absenceView(absence, engineer, principal)),
      visits: trips.filter(({ engineerId }) => engineerId === engineer.id).map(visitView),
    })),
    engineerCount: engineers[0]?.total ?? 0,
    calendars: codes.sort().map((code) => hoursOf(code, calendarOf(code, at), asked)),
    ...toPlace,
  };
}

const isOf = (organisationId: string | undefined): Prisma.Sql =>
  organisationId === undefined
    ? Prisma.sql`TRUE`
    : Prisma.sql`(organisation.id = ${organisationId} OR organisation.parent_id = ${organisationId})`;

const tripsOf = (
  database: Database,
  { scope }: Principal,
  ids: readonly string[],
  { from, to }: Asked,
): Promise<TripRow[]> => database.$queryRaw<TripRow[]>`
  SELECT trip.engineer_id AS "engineerId", trip.number, trip.promised_from AS "from", trip.promised_to AS "to",
    trip.departed_at AS "departedAt", trip.arrived_at AS "arrivedAt", trip.ended_at AS "endedAt", trip.outcome,
    ${inScope(scope, 'service_case')} AS "isInSight", ${JOB_COLUMNS}
  FROM trip JOIN service_case ON service_case.process_id = trip.process_id ${JOB_TABLES}
  WHERE trip.engineer_id = ANY(${[...ids]}::text[]) AND trip.promised_from >= ${new Date(from.getTime() - LONGEST_VISIT_MS)}
    AND trip.promised_from < ${to} AND trip.promised_to > ${from}
  ORDER BY trip.promised_from, trip.id`;

const absencesOf = (
  database: Database,
  ids: readonly string[],
  { from, to }: Asked,
): Promise<AbsenceRow[]> => database.$queryRaw<AbsenceRow[]>`
  SELECT id, engineer_id AS "engineerId", from_at AS "from", to_at AS "to", reason FROM engineer_slot
  WHERE kind = 'absence' AND engineer_id = ANY(${[...ids]}::text[])
    AND tstzrange(from_at, to_at, '[)') && tstzrange(${from}::timestamptz, ${to}::timestamptz, '[)')
  ORDER BY from_at, id`;

const engineerView = (row: EngineerRow, { language }: Principal) => ({
  id: row.id,
  name: language === 'zh' ? row.nameZh : row.nameEn,
  names: { en: row.nameEn, zh: row.nameZh },
  organisation: {
    id: row.organisationId,
    name: language === 'zh' ? row.organisationZh : row.organisationEn,
    names: { en: row.organisationEn, zh: row.organisationZh },
  },
  phone: row.phone,
  skills: [...row.skills],
  calendar: row.calendar,
});

const absenceView = (
  { id, from, to, reason }: AbsenceRow,
  { id: engineerId, organisationId, parentId }: EngineerRow,
  { actor }: Principal,
) => {
  const engineer = { id: engineerId, outletId: organisationId, regionId: parentId ?? organisationId };
  return {
    id,
    from: from.toISOString(),
    to: to.toISOString(),
    reason: mayShowAbsence(actor, engineer) ? reason : null,
  };
};

const visitView = (row: TripRow): ScheduleView['engineers'][number]['visits'][number] => ({
  from: row.from.toISOString(),
  to: row.to.toISOString(),
  trip: row.number,
  departedAt: iso(row.departedAt),
  arrivedAt: iso(row.arrivedAt),
  endedAt: iso(row.endedAt),
  outcome: oneOf(TRIP_OUTCOMES, row.outcome),
  job: row.isInSight === true ? jobView(row) : null,
});

const hoursOf = (code: string, calendar: Calendar, { from, to }: Asked) => ({
  code,
  timeZone: calendar === '24x7' ? null : calendar.timeZone,
  hours: [...workingSpans(calendar, from.getTime(), to.getTime())].map(([fromMs, toMs]) => ({
    from: new Date(fromMs).toISOString(),
    to: new Date(toMs).toISOString(),
  })),
});
