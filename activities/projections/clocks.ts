import type { Calendar } from '../../domain/clock/calendar';
import { isActive, isPaused, type ClockRecord, type Clocks } from '../../domain/clock/clocks';
import { selectPolicy, type ClockPolicy } from '../../domain/clock/policy';
import { nextStep, viewClock } from '../../domain/clock/schedule';
import type { Deadline } from '../../domain/process/commit';
import type { Prisma } from '../../platform/database';
import type { ClockRegisters } from '../clock-registers';
import { NoPolicyError } from './calendars';

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

/** Reckons every clock of a process from the policies and calendars in force at its start (design decision 5). @throws {NoPolicyError} */
export function reckonClocks(registers: ClockRegisters, clocks: Clocks, now: string): ClockBook {
  const reckoned = Object.values(clocks).map((record) => {
    const policy = policyFor(registers, record);
    const calendar = registers.calendar(policy.calendar, record.startedAt);
    return { row: toRow(record, policy, calendar, now), step: nextStep(record, policy, calendar) };
  });
  return {
    rows: reckoned.map(({ row }) => row),
    deadlines: reckoned.flatMap(({ row, step }) => (step ? [{ clock: row.name, step }] : [])),
  };
}

function policyFor(registers: ClockRegisters, record: ClockRecord): ClockPolicy {
  const policy = selectPolicy(registers.policies(record.name), record.name, record.facts, record.startedAt);
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
