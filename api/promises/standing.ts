import type { Evidence } from '../../domain/promises/definitions';
import { Prisma } from '../../platform/database';
import { PLAIN } from './plain';
import { warrantyRows } from './warranty';

/**
 * Builds the evidence rows of a promise, one per case: `number`, `received_at`, `request_type`, `due_at`,
 * `met_at`, `stopped_at`, `is_broken`, `entered_late_at`.
 * @param cases conditions on `service_case`. @param now a promise due by then without an end is broken.
 */
export function evidenceRows(evidence: Evidence, cases: Prisma.Sql, now: Date): Prisma.Sql {
  const columns = Prisma.sql`service_case.number, service_case.received_at, service_case.request_type`;
  switch (evidence.by) {
    case 'clock':
      return Prisma.sql`
        SELECT ${columns}, k.due_at, k.met_at, k.stopped_at, ${CLOCK}
        FROM service_case JOIN process_clock AS k ON k.process_id = service_case.process_id AND k.name = ${evidence.clock}
        WHERE ${cases} ${evidence.requestType === undefined ? Prisma.empty : Prisma.sql`AND service_case.request_type = ${evidence.requestType}`}`;
    case 'arrivals':
      // The clock knows the latest arrival alone: an earlier trip may have come too late.
      return Prisma.sql`
        SELECT ${columns}, e.due_at, e.met_at, e.stopped_at, e.is_broken, e.entered_late_at
        FROM service_case CROSS JOIN LATERAL
          (SELECT * FROM
             (SELECT COALESCE(breached_at, arrive_by) AS due_at, arrived_at AS met_at, NULL::timestamptz AS stopped_at,
                breached_at IS NOT NULL AS is_broken, entered_late_at FROM trip
              WHERE trip.process_id = service_case.process_id AND trip.ended_at IS NOT NULL AND trip.outcome NOT IN ('cancelled', 'handed-over')
                AND COALESCE(breached_at, arrive_by) IS NOT NULL
              UNION ALL
              SELECT due_at, met_at, stopped_at, ${CLOCK} FROM process_clock AS k
              WHERE k.process_id = service_case.process_id AND k.name = 'arrival') AS e
           ORDER BY array_position(ARRAY['breached', 'open', 'kept-entered-late', 'kept', 'dropped'], ${standing(now)}), e.due_at LIMIT 1) AS e
        WHERE ${cases}`;
    case 'hotline':
      return Prisma.sql`
        SELECT ${columns}, r.received_at + make_interval(secs => ${evidence.withinSeconds}) AS due_at,
          COALESCE(r.taken_at, r.registered_at) AS met_at,
          NULL::timestamptz AS stopped_at, ${PLAIN}
        FROM service_case JOIN request AS r ON r.case_number = service_case.number AND r.in_hotline_hours
        WHERE ${cases}`;
    case 'revisit':
      // Given up after some attempts, it is over, and was not made.
      return Prisma.sql`
        SELECT ${columns},
          CASE WHEN made.outcome = 'not-reached' THEN COALESCE(k.stopped_at, k.due_at) ELSE k.due_at END AS due_at,
          k.met_at,
          CASE WHEN made.outcome = 'not-reached' THEN NULL ELSE k.stopped_at END AS stopped_at, ${CLOCK}
        FROM service_case JOIN process AS p ON p.id = service_case.process_id
          JOIN process_clock AS k ON k.process_id = service_case.process_id AND k.name = 'revisit'
          CROSS JOIN LATERAL (SELECT p.state #>> '{revisit,outcome}' AS outcome OFFSET 0) AS made
        WHERE ${cases} AND service_case.service_level IN (${Prisma.join([...evidence.levels])})`;
    case 'survey-asked':
      return Prisma.sql`
        SELECT ${columns}, done.met_at AS due_at,
          CASE WHEN asked.process_id IS NULL THEN NULL ELSE done.met_at END AS met_at, NULL::timestamptz AS stopped_at, ${PLAIN}
        FROM service_case
          JOIN process_clock AS done ON done.process_id = service_case.process_id AND done.name = 'resolution' AND done.met_at IS NOT NULL
          LEFT JOIN process_clock AS asked ON asked.process_id = service_case.process_id AND asked.name = 'survey'
        WHERE ${cases}`;
    case 'call-back':
      return Prisma.sql`
        SELECT ${columns}, told.due_at, done.met_at, NULL::timestamptz AS stopped_at, FALSE AS is_broken,
          CASE WHEN done.entered_at > told.due_at THEN done.entered_at END AS entered_late_at
        FROM service_case JOIN LATERAL
          (SELECT e.process_id, e.seq, e.data, COALESCE(e.occurred_at, e.at) + make_interval(secs => ${evidence.withinSeconds}) AS due_at
           FROM process_event AS e WHERE e.process_id = service_case.process_id AND e.type = 'FollowUpOpened'
             AND e.data ->> 'kind' = 'dissatisfied-customer' ORDER BY e.seq LIMIT 1) AS told ON TRUE
          LEFT JOIN LATERAL
          (SELECT COALESCE(e.occurred_at, e.at) AS met_at, e.at AS entered_at FROM process_event AS e
           WHERE e.process_id = told.process_id AND e.seq > told.seq AND e.type = 'FollowUpDone'
             AND e.data ->> 'key' = told.data ->> 'key' ORDER BY met_at, e.seq LIMIT 1) AS done ON TRUE
        WHERE ${cases}`;
    case 'warranty':
      return warrantyRows(evidence, columns, cases);
  }
}

/**
 * Standing of a clock `k`: a breach before a restart stays, and so does one that existed when its end was
 * entered.
 */
const CLOCK = Prisma.sql`(k.earlier_breaches <> '[]'::jsonb OR (k.met_at IS NULL AND k.breached_at IS NOT NULL)) AS is_broken, k.entered_late_at`;

/** `standingOf` of the domain in SQL, of a row of {@link evidenceRows} called `e`; a test holds them together. */
export const standing = (now: Date): Prisma.Sql => Prisma.sql`CASE
  WHEN e.is_broken OR e.met_at > e.due_at THEN 'breached'
  WHEN e.met_at IS NOT NULL THEN CASE WHEN e.entered_late_at IS NULL THEN 'kept' ELSE 'kept-entered-late' END
  WHEN e.stopped_at IS NOT NULL THEN CASE WHEN e.due_at <= e.stopped_at THEN 'breached' ELSE 'dropped' END
  WHEN e.due_at <= ${now} THEN 'breached' ELSE 'open' END`;
