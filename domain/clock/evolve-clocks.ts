import {
  type ClockEvent,
  type ClockPause,
  type ClockRecord,
  type ClockRun,
  type Clocks,
  clockNamed,
  type EarlierFacts,
  type PastRun,
} from './record';

/** Limit per clock: older runs add no information to these. */
const MOST_EARLIER_RUNS = 20;
const MOST_EARLIER_FACTS = 40;

/** The clocks after an event. One about a clock that was never started changes nothing. */
export function evolveClocks(clocks: Clocks, event: ClockEvent): Clocks {
  const before = clockNamed(clocks, event.data.clock);
  const after = evolveClock(before, event);
  return after === undefined || after === before ? clocks : { ...clocks, [event.data.clock]: after };
}

function evolveClock(record: ClockRecord | undefined, event: ClockEvent): ClockRecord | undefined {
  if (event.type === 'ClockStarted') return started(record, event.data);
  if (record === undefined) return undefined;
  switch (event.type) {
    case 'ClockPaused': {
      const { at, enteredAt } = event.data;
      return {
        ...record,
        pauses: [...record.pauses, { from: at, ...(enteredAt !== undefined && { enteredAt }) }],
      };
    }
    case 'ClockResumed':
      return { ...record, pauses: record.pauses.map((pause) => ended(pause, event.data)) };
    case 'ClockMet': {
      const { at, enteredAt } = event.data;
      return { ...record, metAt: at, ...(enteredAt !== undefined && { metEnteredAt: enteredAt }) };
    }
    case 'ClockStopped': {
      const { at, enteredAt } = event.data;
      return { ...record, stoppedAt: at, ...(enteredAt !== undefined && { stoppedEnteredAt: enteredAt }) };
    }
    case 'ClockFactsChanged':
      return withFacts(record, event.data);
    case 'ClockMoved':
      return moved(record, event.data);
    case 'ClockBound': {
      const { clock: _clock, ...bound } = event.data;
      return record.bound && record.bound.dueAt <= bound.dueAt ? record : { ...record, bound };
    }
    case 'ClockCorrected':
      return record;
    case 'ClockBreached': {
      const { step, dueAt, lateEntry } = event.data;
      const fired = [...record.fired, step];
      return lateEntry === undefined
        ? { ...record, fired }
        : { ...record, fired, breach: { at: dueAt, lateEntry } };
    }
    case 'ClockWarned':
    case 'ClockEscalated':
    case 'ClockExpired':
      return { ...record, fired: [...record.fired, event.data.step] };
  }
}

type DataOf<T extends ClockEvent['type']> = Extract<ClockEvent, { type: T }>['data'];

function started(
  before: ClockRecord | undefined,
  { clock, startedAt, facts, fixedDueAt, enteredAt }: DataOf<'ClockStarted'>,
): ClockRecord {
  return {
    name: clock,
    startedAt,
    ...(enteredAt !== undefined && enteredAt !== startedAt && { enteredAt }),
    facts,
    ...(fixedDueAt !== undefined && { fixedDueAt }),
    pauses: [],
    fired: [],
    ...(before && enteredAt !== undefined && withEarlier(before, enteredAt)),
  };
}

const ended = (pause: ClockPause, { at, enteredAt }: DataOf<'ClockResumed'>): ClockPause =>
  pause.to === undefined
    ? { ...pause, to: at, ...(enteredAt !== undefined && { endEnteredAt: enteredAt }) }
    : pause;

function withFacts(record: ClockRecord, { facts, at, agreed }: DataOf<'ClockFactsChanged'>): ClockRecord {
  if (at === undefined) return { ...record, facts };
  const before: EarlierFacts = { facts: record.facts, until: at, ...(agreed && { agreed }) };
  return { ...record, facts, earlierFacts: bounded([...(record.earlierFacts ?? []), before]) };
}

/** Facts that came back promise nothing that they did not promise the first time: the middle of a long back and forth can go. */
const bounded = (all: readonly EarlierFacts[]): readonly EarlierFacts[] =>
  all.length <= MOST_EARLIER_FACTS
    ? all
    : [...all.slice(0, MOST_EARLIER_FACTS / 2), ...all.slice(1 - MOST_EARLIER_FACTS / 2)];

/** A new promise, agreed with the customer (R4), has its own ladder: what fired for the old one says nothing about it. */
function moved(
  record: ClockRecord,
  { fixedDueAt, isPutOffByPauses, enteredAt }: DataOf<'ClockMoved'>,
): ClockRecord {
  if (enteredAt === undefined) return { ...record, fixedDueAt, fired: [] };
  const { breach: _stays, ...kept } = record;
  return {
    ...kept,
    fixedDueAt,
    ...(isPutOffByPauses && { isPutOffByPauses }),
    enteredAt,
    fired: [],
    ...withEarlier(record, enteredAt),
  };
}

/** The runs before the next, this one among them where it may have been broken. */
function withEarlier(record: ClockRecord, replacedAt: string): Pick<ClockRecord, 'earlier'> {
  const { name: _name, fired: _fired, earlier: before = [], ...run } = record;
  const runs = mayBeBroken(run, replacedAt) ? [...before, { ...run, replacedAt }] : before;
  return runs.length === 0 ? {} : { earlier: mostOf(runs) };
}

/** Where the due instant follows from a calendar, only the commit can tell. */
function mayBeBroken(run: ClockRun, replacedAt: string): boolean {
  const { fixedDueAt, metAt, stoppedAt, stoppedEnteredAt, breach } = run;
  if (breach) return metAt === undefined || metAt > breach.at;
  if (fixedDueAt === undefined) return true;
  return metAt === undefined
    ? fixedDueAt <= (stoppedEnteredAt ?? stoppedAt ?? replacedAt)
    : metAt > fixedDueAt;
}

/** Those whose breach is on record go last, and the first never. */
function mostOf(runs: readonly PastRun[]): readonly PastRun[] {
  if (runs.length <= MOST_EARLIER_RUNS) return runs;
  const unproved = runs.findIndex(({ breach }, n) => n > 0 && breach === undefined);
  return runs.toSpliced(unproved === -1 ? 1 : unproved, 1);
}
