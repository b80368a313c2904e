import { readFileSync } from 'node:fs';
import type { ClockRegisters } from '../../../../activities/clock-registers';
import { computeClocks, type ClockRow } from '../../../../activities/projections/clocks';
import type { CaseState } from '../../../../domain/case/state';
import { parseCalendar, type Calendar } from '../../../../domain/clock/calendar';
import type { ClockPolicy } from '../../../../domain/clock/policy';
import { earliest, type Deadline } from '../../../../domain/process/commit';

interface PolicyFile extends Omit<
  ClockPolicy,
  'requestType' | 'priority' | 'serviceLevel' | 'warranty' | 'effectiveTo'
> {
  readonly [fact: string]: unknown;
}

const sample = (name: string): unknown =>
  JSON.parse(readFileSync(`${__dirname}/../../../../samples/company/${name}.json`, 'utf8'));

const calendars = new Map<string, Calendar>();
for (const { code, versions } of sample('calendars') as {
  code: string;
  versions: { definition: unknown }[];
}[])
  calendars.set(code, parseCalendar(versions.at(-1)?.definition));

/** The sample company's promises, roles held to the default where a policy does not name them. */
const policies = (sample('policies') as PolicyFile[]).map((policy): ClockPolicy => {
  const named = Object.entries(policy).filter(([, value]) => value !== null);
  return { lateEntry: [], ...(Object.fromEntries(named) as unknown as ClockPolicy) };
});

const registers: ClockRegisters = {
  policies: (clock) => policies.filter((policy) => policy.clock === clock),
  everKnown: (clock) => policies.filter((policy) => policy.clock === clock),
  calendarName: (code) => ({ en: code, zh: code }),
  hasCalendar: (code) => calendars.has(code),
  calendar: (code) => calendars.get(code) ?? '24x7',
  recordedAt: [],
};

/** The clocks of a case as the commit computes them at an instant. */
export const rowsOf = ({ clocks }: CaseState, now: string): readonly ClockRow[] =>
  computeClocks(registers, clocks, now).rows;

/** The step that is due by then; undefined where none is. */
export function dueStep({ clocks }: CaseState, now: string): Deadline | undefined {
  const next = earliest(computeClocks(registers, clocks, now).deadlines);
  return next && next.step.at <= Date.parse(now) ? next : undefined;
}

/** Promises broken by then, each with its instant, whether or not the ladder has announced it. */
export const brokenIn = (state: CaseState, now: string): readonly { name: string; at: string }[] =>
  rowsOf(state, now).flatMap(({ name, dueAt, breachedAt, earlierBreaches, isActive, isBroken }) => [
    ...earlierBreaches.map((run) => ({ name, at: run.dueAt })),
    ...(breachedAt !== null ? [{ name, at: breachedAt }] : []),
    ...(dueAt !== null && (isBroken || (isActive && dueAt <= now)) ? [{ name, at: dueAt }] : []),
  ]);
