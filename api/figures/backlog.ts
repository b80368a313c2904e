import { DAY_MS } from '../../domain/clock/instant';
import { caseConditions } from '../cases/filters';
import type { CaseFilters } from '../cases/schema';
import { figure, filtersOf, type Measuring } from './measure';
import type { Backlog } from './schema';

/** Where one band of ages ends and the next begins, in days. */
const AGES = [1, 3, 7, 14, 30] as const;

interface Row {
  readonly band: number;
  readonly open: number;
  readonly breached: number;
  readonly paused: number;
}

/** The open cases by how long ago they were received. */
export async function measureBacklog(
  { database, config, principal, of }: Measuring,
  now: Date,
): Promise<Backlog> {
  const conditions = await caseConditions({ database, config }, principal, { ...filtersOf(of), open: true });
  const agoOf = (days: number): string => new Date(now.getTime() - days * DAY_MS).toISOString();
  const bounds = AGES.toReversed().map(agoOf);
  const rows = await database.$queryRaw<Row[]>`
    SELECT width_bucket(received_at, (SELECT ${bounds}::text[]::timestamptz[])) AS band, count(*)::int AS open,
      count(*) FILTER (WHERE breached)::int AS breached, count(*) FILTER (WHERE paused)::int AS paused
    FROM service_case WHERE ${conditions} GROUP BY 1`;
  const bands = [0, ...AGES].map((fromDays, n) => {
    const toDays = AGES[n] ?? null;
    // The youngest lie beyond the last bound.
    const row = rows.find(({ band }) => band === AGES.length - n);
    const then: CaseFilters = {
      open: true,
      ...(toDays !== null && { receivedFrom: agoOf(toDays) }),
      ...(fromDays > 0 && { receivedTo: agoOf(fromDays) }),
    };
    return {
      fromDays,
      toDays,
      open: figure(row?.open, of, then),
      breached: figure(row?.breached, of, { ...then, breached: true }),
      paused: figure(row?.paused, of, { ...then, paused: true }),
    };
  });
  const total = rows.reduce((sum, { open }) => sum + open, 0);
  return { asOf: now.toISOString(), total: figure(total, of, { open: true }), bands };
}
