import type { Calendar } from './calendar';
import { parseInstant } from './instant';
import type { ClockPolicy } from './policy';
import { instantAtFraction, type Timing } from './reading';
import type { ClockFacts, ClockRun, PastRun } from './record';
import type { Pause } from './working-time';

/** A policy with its calendar. */
export interface Terms {
  readonly policy: ClockPolicy;
  readonly calendar: Calendar;
}

/** The company's policies and calendars, as the computation of one clock queries them. */
export interface TermsBook {
  /** Those for a clock with these facts, of what was on record at an instant (ISO-8601); of all that is on record where none is given. */
  at(facts: ClockFacts, knownAt?: string): Terms;
  /** When more came on record after an instant, ascending. */
  changesAfter(knownAt: string): readonly string[];
}

/** A book of one page. */
export const always = (policy: ClockPolicy, calendar: Calendar): TermsBook => ({
  at: () => ({ policy, calendar }),
  changesAfter: () => [],
});

/** The computed promise of one run of a clock. Instants in ms since the epoch. */
export interface Promised extends Terms {
  readonly timing: Timing;
  /** Null while it is not known: the clock is paused, or its calendar has no working time to come. */
  readonly dueMs: number | null;
  /** Not kept by then, as far as what was entered about it tells. */
  readonly isBroken: boolean;
  /** The run's instants were unknown before this time. */
  readonly knownMs: number;
}

/** A target that counts from an instant on. */
interface Target extends Terms {
  readonly startMs: number;
  readonly knownMs: number;
}

/** With when its latest end was entered. */
type KnownPause = Pause & { readonly knownMs: number };

/** Something that was entered about a run, in ms since the epoch. */
type Turn = { readonly ms: number } & (
  | { readonly kind: 'pauses'; readonly pauses: readonly KnownPause[] }
  | { readonly kind: 'facts'; readonly facts: ClockFacts; readonly agreed: boolean }
  | { readonly kind: 'bound'; readonly dueMs: number; readonly sinceMs: number }
  | { readonly kind: 'register' }
);

/**
 * Computes the promise of a run: the earliest of all targets since its start (R4, ADR 33). A change of facts
 * sets its target from the change on; retroactive policies and calendars set theirs from the start; only the
 * customer's consent replaces an earlier target. A pause postpones all of them. Entries after the breach
 * change nothing.
 */
export const promised = (run: ClockRun | PastRun, book: TermsBook): Promised =>
  run.fixedDueAt === undefined
    ? inWorkingTime(run, book)
    : atAnInstant(run, run.fixedDueAt, book.at(run.facts));

/** An instant agreed with the customer is kept or moved with them, and no pause of ours puts it off (R4), unless it stands for working time. */
function atAnInstant(run: ClockRun, fixedDueAt: string, terms: Terms): Promised {
  const startMs = parseInstant(run.startedAt, 'startedAt');
  const dueMs = parseInstant(fixedDueAt, 'fixedDueAt');
  const fromMs = Math.min(startMs, dueMs);
  const fixed: Timing = {
    calendar: '24x7',
    startMs: fromMs,
    targetSeconds: (dueMs - fromMs) / 1000,
    pauses: [],
  };
  const pauses = run.isPutOffByPauses && terms.policy.pausable ? pausesSince(madeMs(run), fixed, run) : [];
  const timing = { ...fixed, pauses };
  const due = instantAtFraction(timing, 1);
  const knownMs = Math.max(madeMs(run), ...pauses.map((pause) => pause.knownMs));
  return { ...terms, timing, dueMs: due, isBroken: isBrokenAt(due, run, false), knownMs };
}

/** The pauses since the instant was agreed; one that is entered once the promise is broken changes nothing. */
function pausesSince(agreedMs: number, fixed: Timing, run: ClockRun): readonly KnownPause[] {
  let pauses: readonly KnownPause[] = [];
  for (const { from, to, enteredAt = from, endEnteredAt = to } of run.pauses) {
    const [beganMs, dueMs] = [Date.parse(enteredAt), instantAtFraction({ ...fixed, pauses }, 1)];
    if (beganMs < agreedMs || dueMs === null || dueMs <= beganMs) continue;
    const pause = {
      fromMs: Math.max(parseInstant(from, 'pauses.from'), agreedMs),
      toMs: to === undefined ? Infinity : parseInstant(to, 'pauses.to'),
      knownMs: Date.parse(endEnteredAt ?? enteredAt),
    };
    pauses = [...pauses, pause];
  }
  return pauses;
}

function inWorkingTime(run: ClockRun | PastRun, book: TermsBook): Promised {
  const madeAt = run.enteredAt ?? run.startedAt;
  const startMs = parseInstant(run.startedAt, 'startedAt');
  const endMs = endOf(run) ?? Infinity;
  let facts = run.earlierFacts?.[0]?.facts ?? run.facts;
  let targets: readonly Target[] = [{ ...book.at(facts, madeAt), startMs, knownMs: madeMs(run) }];
  let pauses: readonly KnownPause[] = [];
  let current = earliest(targets, pauses);
  for (const turn of turnsOf(run, book.changesAfter(madeAt))) {
    const known = { knownMs: turn.ms, at: new Date(turn.ms).toISOString() };
    const hasEnded = turn.ms > endMs;
    if (!hasEnded && current.dueMs !== null && current.dueMs <= turn.ms) {
      // A register change is not evidence about the run: whether it was kept is still to be reported.
      if (turn.kind === 'register') continue;
      return { ...current, isBroken: isBrokenAt(current.dueMs, run, true) };
    }
    const before = { targets, current };
    if (turn.kind === 'pauses') ({ pauses } = turn);
    else if (turn.kind === 'register')
      targets = including(targets, { ...book.at(facts, known.at), startMs, knownMs: turn.ms });
    else if (turn.kind === 'bound') targets = [...targets, boundTarget(turn, book.at(facts, known.at))];
    else {
      ({ facts } = turn);
      const target = { ...book.at(facts, known.at), startMs: turn.ms, knownMs: turn.ms };
      const agreed = turn.agreed ? agreedTarget({ ...target, startMs }, current, pauses) : undefined;
      targets = agreed ? [agreed] : including(targets, target);
    }
    current = earliest(targets, pauses);
    // A later policy cannot break a promise that was kept while it was in force.
    if (hasEnded && isBrokenAt(current.dueMs, run, false)) ({ targets, current } = before);
  }
  return { ...current, isBroken: isBrokenAt(current.dueMs, run, false) };
}

/** In the order in which they were entered. */
function turnsOf(run: ClockRun, registerChanges: readonly string[]): readonly Turn[] {
  const turns: Turn[] = [];
  const knownPauses: KnownPause[] = [];
  for (const { from, to, enteredAt = from, endEnteredAt = to } of run.pauses) {
    const fromMs = parseInstant(from, 'pauses.from');
    const begun = { fromMs, toMs: Infinity, knownMs: Date.parse(enteredAt) };
    turns.push({ kind: 'pauses', ms: begun.knownMs, pauses: [...knownPauses, begun] });
    if (to === undefined || endEnteredAt === undefined) continue;
    knownPauses.push({ fromMs, toMs: parseInstant(to, 'pauses.to'), knownMs: Date.parse(endEnteredAt) });
    turns.push({ kind: 'pauses', ms: Date.parse(endEnteredAt), pauses: [...knownPauses] });
  }
  const changes = run.earlierFacts ?? [];
  changes.forEach(({ until, agreed = false }, n) => {
    const facts = changes[n + 1]?.facts ?? run.facts;
    turns.push({ kind: 'facts', ms: Date.parse(until), facts, agreed });
  });
  if (run.bound) {
    const { dueAt, at, enteredAt = at } = run.bound;
    turns.push({
      kind: 'bound',
      ms: Date.parse(enteredAt),
      dueMs: Date.parse(dueAt),
      sinceMs: Date.parse(at),
    });
  }
  turns.push(...registerChanges.map((at): Turn => ({ kind: 'register', ms: Date.parse(at) })));
  return turns.toSorted((left, right) => left.ms - right.ms);
}

/**
 * A promise made elsewhere is an instant: the target is the time until then, from when it applies here; later
 * pauses postpone it like the rest.
 */
const boundTarget = (
  { dueMs, sinceMs, ms }: Extract<Turn, { kind: 'bound' }>,
  { policy }: Terms,
): Target => ({
  policy: { ...policy, targetSeconds: (dueMs - sinceMs) / 1000 },
  calendar: '24x7',
  startMs: sinceMs,
  knownMs: ms,
});

/** The agreed target, when it is later than the one the customer knew; undefined when it applies anyway. */
const agreedTarget = (
  fromStart: Target,
  { dueMs }: Promised,
  pauses: readonly KnownPause[],
): Target | undefined =>
  (earliest([fromStart], pauses).dueMs ?? Infinity) > (dueMs ?? Infinity) ? fromStart : undefined;

/** The same terms over again promise nothing new. */
function including(targets: readonly Target[], target: Target): readonly Target[] {
  const last = targets.at(-1);
  const isSame = last?.policy === target.policy && last.calendar === target.calendar;
  return isSame ? targets : [...targets, target];
}

/** Among targets due at the same instant, returns the latest, which names the policy in force. */
function earliest(targets: readonly Target[], knownPauses: readonly KnownPause[]): Promised {
  const all = targets.map(({ policy, calendar, startMs, knownMs }): Promised => {
    const pauses = policy.pausable ? knownPauses : [];
    const timing = { calendar, startMs, targetSeconds: policy.targetSeconds, pauses };
    const known = Math.max(knownMs, ...pauses.map((pause) => pause.knownMs));
    return {
      policy,
      calendar,
      timing,
      dueMs: instantAtFraction(timing, 1),
      isBroken: false,
      knownMs: known,
    };
  });
  return all.reduce((first, one) => ((one.dueMs ?? Infinity) <= (first.dueMs ?? Infinity) ? one : first));
}

const madeMs = ({ enteredAt, startedAt }: ClockRun): number => Date.parse(enteredAt ?? startedAt);

/** When its end was entered: kept, dropped, or another took its place. */
function endOf(run: ClockRun | PastRun): number | undefined {
  const replacedAt = 'replacedAt' in run ? run.replacedAt : undefined;
  const end = run.metEnteredAt ?? run.metAt ?? run.stoppedEnteredAt ?? run.stoppedAt ?? replacedAt;
  return end === undefined ? undefined : Date.parse(end);
}

/** Kept is what was kept in time, whenever that was entered; what was dropped or replaced once it was due stays broken. */
function isBrokenAt(dueMs: number | null, run: ClockRun | PastRun, foundSo: boolean): boolean {
  if (run.breach) return run.metAt === undefined || run.metAt > run.breach.at;
  if (dueMs === null) return false;
  if (run.metAt !== undefined) return Date.parse(run.metAt) > dueMs;
  const endMs = endOf(run);
  return foundSo || (endMs !== undefined && dueMs <= endMs);
}
