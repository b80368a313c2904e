import type { ClockRegisterCache } from '../../activities/clock-registers';
import type { ProcessKind } from '../../activities/process-kind';
import { clockRowData, type ClockRow } from '../../activities/projections/clocks';
import { taskRows } from '../../activities/projections/tasks';
import { rehearse, type Rehearsed } from '../../activities/rehearsal';
import { LANGUAGES } from '../../domain/bilingual';
import type { Consequence } from '../../domain/case/consequences';
import { DomainError } from '../../domain/errors';
import type { Command, Decider, Message } from '../../domain/process/decider';
import { Ledger } from '../../domain/process/ledger';
import { refuseOutgrown } from '../../domain/process/room';
import { refuseMalformedRequest } from '../../domain/process/shape';
import type { Database } from '../../platform/database';
import { companyOf, noticeOf, organisationNames } from '../../platform/notice';
import { wallClock } from '../../platform/wall-clock';
import type { Reading } from '../access/reading';
import { clockView } from '../cases/clock-view';
import { staffNamesIn, withStaffNamed } from '../cases/people-named';
import { entryOf } from '../cases/timeline-view';
import type { ApiDependencies } from '../context';
import { ApiError, problemOf, statusOf } from '../http/problems';
import { taskFields } from '../tasks/view';
import { consequenceView } from './consequence-view';
import type { DryRunResult, RefusalView } from './dry-run-schema';

interface Needs extends Pick<ApiDependencies, 'database' | 'config'> {
  readonly registers: ClockRegisterCache;
}

interface Asked<S extends { readonly stage: string }, C extends Message, E extends Message> {
  readonly decider: Decider<S, C, E>;
  readonly kind: ProcessKind;
  readonly processId: string;
  readonly seq: number;
  readonly state: S;
  /** Ids of the batch that were done before. */
  readonly done: readonly string[];
  readonly expectedSeq: number | undefined;
  readonly reading: Reading;
  /** Resolves references as for the real command. @throws {ApiError} */
  readonly batch: () => Promise<readonly Command<C>[]>;
  /** Tells the losses that events cause; a process without a rule for it says nothing. */
  readonly consequences?: (before: S, after: S, events: readonly E[]) => readonly Consequence[];
  /** Commands that the caller may give in a state. */
  readonly allowed: (state: S, now: string) => readonly string[];
}

/**
 * Tells what a batch would do, or why it would be refused: by the same look-ups, the same decider and the same read model as the real one,
 * on the state that PostgreSQL has (ADR 55). Asks Temporal nothing and changes nothing.
 */
export async function dryRun<S extends { readonly stage: string }, C extends Message, E extends Message>(
  { database, config, registers }: Needs,
  asked: Asked<S, C, E>,
): Promise<DryRunResult> {
  const { decider, kind, processId, seq, state, done, expectedSeq, reading, allowed } = asked;
  const now = new Date();
  const at = now.toISOString();
  const writeInstant = wallClock(config.AFTERCARE_TIME_ZONE);
  try {
    const commands = await asked.batch();
    refuseMalformedRequest({ commands });
    if (expectedSeq !== undefined && expectedSeq !== seq)
      throw new DomainError('CASE.STALE', { expected: expectedSeq, actual: seq }, 'If-Match');
    const planned = new Ledger(decider, { seq, state, done }).check(commands, at);
    const after = planned.at(-1)?.state ?? state;
    const { ending = [] } = decider;
    if (!commands.every(({ type }) => ending.some((one) => one === type))) refuseOutgrown(() => state, after);
    const events = planned.map(({ event }) => event);
    const taken = asked.consequences?.(state, after, events) ?? [];
    const names = await staffNamesIn(database, [events, taken]);
    const clockRegisters = await registers.now();
    const rehearsed = await rehearse(database, clockRegisters, kind, {
      processId,
      seq,
      state,
      events,
      now: at,
    });
    return {
      dryRun: true,
      outcome: 'accepted',
      refusal: null,
      seq: seq + events.length,
      stageBefore: state.stage,
      stage: after.stage,
      events: events.map((event) => entryOf(event, { ...reading, writeInstant }, names)),
      consequences: taken.map((one) => consequenceView(withStaffNamed(one, names, reading.language))),
      clocks: clockChanges(processId, rehearsed, now),
      tasks: taskChanges(processId, rehearsed, reading),
      messages: await messagesOf(database, rehearsed, config.AFTERCARE_TIME_ZONE),
      allowedCommands: [...allowed(after, at)],
    };
  } catch (error) {
    return {
      dryRun: true,
      outcome: 'refused',
      refusal: refusalView(error, writeInstant),
      seq,
      stageBefore: state.stage,
      stage: state.stage,
      events: [],
      consequences: [],
      clocks: [],
      tasks: { opened: [], ended: [] },
      messages: [],
      allowedCommands: [...allowed(state, at)],
    };
  }
}

/** @throws what is no refusal, but a fault or a system that is away. */
export function refusalView(error: unknown, formatInstant: (instant: string) => string): RefusalView {
  if (!(error instanceof DomainError || error instanceof ApiError) || statusOf(error.code) >= 500)
    throw error;
  const [en, zh] = [problemOf(error, 'en', formatInstant), problemOf(error, 'zh', formatInstant)];
  return {
    code: error.code,
    status: en.status,
    words: { en: en.detail, zh: zh.detail },
    field: error.field ?? null,
    params: { ...error.params },
  };
}

function clockChanges(processId: string, { clocksBefore, clocksAfter }: Rehearsed, now: Date) {
  const viewOf = (row: ClockRow | undefined) =>
    row === undefined ? null : clockView(clockRowData(processId, 0, row), now);
  const names = new Set([...clocksBefore, ...clocksAfter].map(({ name }) => name));
  return [...names]
    .map((name) => ({
      before: viewOf(clocksBefore.find((row) => row.name === name)),
      after: viewOf(clocksAfter.find((row) => row.name === name)),
    }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

function taskChanges(
  processId: string,
  { before, after, clocksBefore, clocksAfter }: Rehearsed,
  reading: Reading,
) {
  const [rowsBefore, rowsAfter] = [
    taskRows(processId, 0, before.tasks, clocksBefore),
    taskRows(processId, 0, after.tasks, clocksAfter),
  ];
  const without = (rows: typeof rowsBefore, others: typeof rowsBefore) =>
    rows
      .filter(({ key }) => !others.some((other) => other.key === key))
      .map((row) => taskFields(row, reading));
  return { opened: without(rowsAfter, rowsBefore), ended: without(rowsBefore, rowsAfter) };
}

async function messagesOf(database: Database, { messages }: Rehearsed, timeZone: string) {
  if (messages.length === 0) return [];
  const [organisation, company, staff, customers] = await Promise.all([
    organisationNames(database, messages),
    companyOf(database),
    database.staff.findMany({
      where: { id: { in: messages.flatMap(({ staffId }) => staffId ?? []) } },
      select: { id: true, nameEn: true, nameZh: true },
    }),
    database.customer.findMany({
      where: { id: { in: messages.flatMap(({ customerId }) => customerId ?? []) } },
      select: { id: true, name: true },
    }),
  ]);
  return messages.map(({ template, params, language: known, staffId, customerId, notBefore }) => {
    const language = LANGUAGES.find((one) => one === known) ?? 'zh';
    const person = staff.find(({ id }) => id === staffId);
    const customer = customers.find(({ id }) => id === customerId);
    const isToStaff = typeof staffId === 'string';
    const { title, text } = noticeOf(
      { template, params },
      { language, timeZone, organisation, company: isToStaff ? undefined : company },
    );
    return {
      template,
      to: {
        kind: isToStaff ? ('staff' as const) : customerId ? ('customer' as const) : ('address' as const),
        id: staffId ?? customerId ?? null,
        name: (person ? (language === 'zh' ? person.nameZh : person.nameEn) : customer?.name) ?? null,
      },
      language,
      title,
      text,
      notBefore: new Date(notBefore).toISOString(),
    };
  });
}
