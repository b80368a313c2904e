import { parseCalendar, type Calendar } from '../../domain/clock/calendar';
import { isActive, isPaused, type ClockRecord, type Clocks } from '../../domain/clock/clocks';
import { selectPolicy, type ClockPolicy } from '../../domain/clock/policy';
import { nextStep, viewClock } from '../../domain/clock/schedule';
import type { Deadline } from '../../domain/process/commit';
import { type Prisma, type Transaction } from '../../platform/database';
import { clockPolicyOf } from './policies';

/** A clock as the read model shows it. Instants are ISO-8601. */
export interface ClockRow {
  readonly name: string;
  readonly policyId: string;
  readonly calendar: string;
  readonly startedAt: string;
  readonly dueAt: string | null;
  readonly metAt: string | null;
  readonly stoppedAt: string | null;
  readonly breachedAt: string | null;
  readonly paused: boolean;
  readonly isActive: boolean;
  readonly nextStep: string | null;
  readonly nextStepAt: string | null;
}

export interface ClockBook {
  readonly rows: readonly ClockRow[];
  readonly deadlines: readonly Deadline[];
}

/** A clock that no policy covers: the company's policies have a hole. */
export class NoPolicyError extends Error {
  override readonly name = 'NoPolicyError';
}

/** Reckons every clock of a process from the policies and calendars in force at its start (design decision 5). */
export async function reckonClocks(tx: Transaction, clocks: Clocks, now: string): Promise<ClockBook> {
  const records = Object.values(clocks);
  if (records.length === 0) return { rows: [], deadlines: [] };
  const policies = (
    await tx.clockPolicy.findMany({ where: { clock: { in: records.map(({ name }) => name) } } })
  ).map(clockPolicyOf);
  const chosen = records.map((record) => ({ record, policy: policyFor(policies, record) }));
  const calendars = await loadCalendars(
    tx,
    chosen.map(({ policy, record }) => ({ code: policy.calendar, at: record.startedAt })),
  );
  const reckoned = chosen.map(({ record, policy }) => {
    const calendar = calendars(policy.calendar, record.startedAt);
    return { row: toRow(record, policy, calendar, now), step: nextStep(record, policy, calendar) };
  });
  return {
    rows: reckoned.map(({ row }) => row),
    deadlines: reckoned.flatMap(({ row, step }) => (step ? [{ clock: row.name, step }] : [])),
  };
}

function policyFor(policies: readonly ClockPolicy[], record: ClockRecord): ClockPolicy {
  const policy = selectPolicy(policies, record.name, record.facts, record.startedAt);
  if (!policy)
    throw new NoPolicyError(
      `No policy covers the clock "${record.name}" started at ${record.startedAt} with ${JSON.stringify(record.facts)}`,
    );
  return policy;
}

function toRow(record: ClockRecord, policy: ClockPolicy, calendar: Calendar, now: string): ClockRow {
  const view = viewClock(record, policy, calendar, Date.parse(now));
  // Broken at its true instant, whenever that was noticed: by the ladder, or by being kept too late. One kept in time that was recorded
  // late is kept, although the ladder had told of a breach by then (R37).
  const broken = record.metAt === undefined ? record.fired.includes('breach') : view.state === 'breached';
  return {
    name: record.name,
    policyId: policy.id,
    calendar: policy.calendar,
    startedAt: view.startedAt,
    dueAt: view.dueAt,
    metAt: view.metAt,
    stoppedAt: view.stoppedAt,
    breachedAt: broken ? view.dueAt : null,
    paused: isActive(record) && isPaused(record),
    isActive: isActive(record),
    nextStep: view.nextStep,
    nextStepAt: view.nextStepAt,
  };
}

/** The calendars of those codes, each in the version in force at an instant. */
export async function loadCalendars(
  tx: Transaction,
  wanted: readonly { readonly code: string; readonly at: string }[],
): Promise<(code: string, at: string) => Calendar> {
  const rows = await tx.calendar.findMany({
    where: { code: { in: wanted.map(({ code }) => code) } },
    orderBy: { effectiveFrom: 'desc' },
  });
  return (code, at) => {
    const versions = rows.filter((row) => row.code === code);
    const version =
      versions.find(({ effectiveFrom }) => effectiveFrom.getTime() <= Date.parse(at)) ?? versions.at(-1);
    if (!version) throw new NoPolicyError(`There is no calendar "${code}"`);
    return calendarOf(version.definition, code);
  };
}

const parsed = new Map<string, Calendar>();
/** Parsed once a definition: its working spans are cached with the calendar object. */
function calendarOf(definition: unknown, code: string): Calendar {
  const key = JSON.stringify(definition);
  const known = parsed.get(key);
  if (known) return known;
  const calendar = parseCalendar(definition, `calendar ${code}`);
  parsed.set(key, calendar);
  return calendar;
}

export const clockRowData = (
  processId: string,
  seq: number,
  row: ClockRow,
): Prisma.ProcessClockUncheckedCreateInput => {
  const { isActive: _derived, ...rest } = row;
  const date = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));
  return {
    ...rest,
    processId,
    seq,
    startedAt: new Date(row.startedAt),
    dueAt: date(row.dueAt),
    metAt: date(row.metAt),
    stoppedAt: date(row.stoppedAt),
    breachedAt: date(row.breachedAt),
    nextStepAt: date(row.nextStepAt),
  };
};
