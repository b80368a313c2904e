import { isImplied } from '../../domain/case/deadlines';
import type { Principal } from '../../domain/identity/principal';
import type { Config } from '../../platform/config';
import type { Database } from '../../platform/database';
import { inScope } from '../access/scope';
import { clockView } from '../cases/clock-view';
import { isOpenCase } from '../cases/filters';
import { caseSummaries } from '../cases/summary-view';
import { customerSummary, WITH_CONTACTS, type CustomerRow } from '../customers/view';
import { WITH_TERMS } from '../entitlement/facts';
import { unitViews } from '../units/view';
import { MOST_OPEN_CASES, MOST_RECENT_CASES, MOST_UNITS, type CallerView } from './schema';

/** More customers than share one number: a dealer's desk. */
const MOST_CALLERS = 20;

/** The customers in sight with a number, each with what a clerk needs to know of them (R2): a fixed number of statements, however many there are. */
export async function callersWith(
  { database, config }: { readonly database: Database; readonly config: Config },
  { scope, language }: Principal,
  phone: string,
  now: Date,
): Promise<CallerView[]> {
  const found = await database.$queryRaw<{ id: string }[]>`
    SELECT customer.id FROM customer WHERE customer.merged_into IS NULL AND ${inScope(scope, 'customer')}
      AND customer.id IN (SELECT customer_id FROM customer_contact WHERE kind = 'phone' AND value = ${phone})
    ORDER BY customer.status = 'active' DESC, customer.number LIMIT ${MOST_CALLERS}`;
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [rows, unitIds, caseNumbers] = await Promise.all([
    database.customer.findMany({ where: { id: { in: ids } }, include: WITH_CONTACTS }),
    unitsOf(database, ids),
    casesOf(database, scope, ids),
  ]);
  const open = new Map(
    caseNumbers.filter(({ isOpen }) => isOpen).map(({ number, processId }) => [number, processId]),
  );
  const [units, caseRows, clocks] = await Promise.all([
    database.unit.findMany({
      where: { id: { in: unitIds.map(({ id }) => id) } },
      include: WITH_TERMS,
      orderBy: { serial: 'asc' },
    }),
    database.serviceCase.findMany({
      where: { number: { in: caseNumbers.map(({ number }) => number) } },
      orderBy: [{ receivedAt: 'desc' }, { number: 'desc' }],
    }),
    database.processClock.findMany({
      where: { processId: { in: [...open.values()] }, stoppedAt: null },
      orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { name: 'asc' }],
    }),
  ]);
  const [views, summaries] = await Promise.all([
    unitViews(database, units, config.AFTERCARE_TIME_ZONE),
    caseSummaries(database, caseRows, language),
  ]);
  const promisesOf = (number: string) =>
    clocks
      .filter(({ processId, name }) => processId === open.get(number) && !isImplied(name))
      .map((clock) => clockView(clock, now));
  const callers = ids.flatMap((id) => rows.filter((row) => row.id === id));
  return callers
    .map((row) => {
      const theirs = summaries.filter(({ customer }) => customer?.id === row.id);
      const isTheirs = ({ customerId }: { readonly customerId: string }) => customerId === row.id;
      return {
        customer: customerSummary(row),
        contactName: contactName(row, phone),
        units: views.filter(({ customer }) => customer.id === row.id),
        unitCount: unitIds.find(isTheirs)?.count ?? 0,
        openCases: theirs
          .filter(({ number }) => open.has(number))
          .map((summary) => ({ ...summary, promises: promisesOf(summary.number) })),
        openCaseCount: caseNumbers.find((one) => one.isOpen && isTheirs(one))?.count ?? 0,
        recentCases: theirs.filter(({ number }) => !open.has(number)),
      };
    })
    .sort((left, right) => Number(right.openCaseCount > 0) - Number(left.openCaseCount > 0));
}

const contactName = ({ contacts }: CustomerRow, phone: string): string | null =>
  contacts.find(({ kind, value }) => kind === 'phone' && value === phone)?.name ?? null;

interface Ranked {
  readonly customerId: string;
  /** How many there are, of which the first are given. */
  readonly count: number;
}

const unitsOf = (database: Database, ids: readonly string[]) =>
  database.$queryRaw<(Ranked & { readonly id: string })[]>`
    SELECT * FROM (SELECT id, customer_id AS "customerId", (count(*) OVER (PARTITION BY customer_id))::int AS count,
        row_number() OVER (PARTITION BY customer_id ORDER BY serial) AS rank
      FROM unit WHERE customer_id = ANY(${[...ids]}::text[])) AS ranked WHERE rank <= ${MOST_UNITS}`;

const casesOf = (database: Database, scope: Principal['scope'], ids: readonly string[]) =>
  database.$queryRaw<
    (Ranked & { readonly number: string; readonly processId: string; readonly isOpen: boolean })[]
  >`
    SELECT * FROM (SELECT number, process_id AS "processId", customer_id AS "customerId", ${isOpenCase} AS "isOpen",
        (count(*) OVER (PARTITION BY customer_id, ${isOpenCase}))::int AS count,
        row_number() OVER (PARTITION BY customer_id, ${isOpenCase} ORDER BY received_at DESC, number DESC) AS rank
      FROM service_case WHERE customer_id = ANY(${[...ids]}::text[]) AND ${inScope(scope, 'service_case')}) AS ranked
    WHERE rank <= CASE WHEN "isOpen" THEN ${MOST_OPEN_CASES}::int ELSE ${MOST_RECENT_CASES}::int END`;
