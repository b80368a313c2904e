/**
 * The clocks a process carries in its state, and how events change them. Plain JSON data and no calendar: this file runs in workflow
 * code, where time-zone arithmetic would not replay the same on another Node (design decision 5). Instants are ISO-8601 in UTC with
 * milliseconds.
 */

/** What selects a clock's policy. */
export interface ClockFacts {
  readonly requestType?: string;
  readonly priority?: string;
  readonly serviceLevel?: string;
  readonly warranty?: string;
}

export const FACT_NAMES = [
  'requestType',
  'priority',
  'serviceLevel',
  'warranty',
] as const satisfies readonly (keyof ClockFacts)[];

export interface ClockPause {
  readonly from: string;
  /** Absent while the pause lasts. */
  readonly to?: string;
}

export interface ClockRecord {
  readonly name: string;
  readonly startedAt: string;
  readonly facts: ClockFacts;
  /** The promise where it was given as an instant (an arrival agreed with the customer, R4) and not as working time. */
  readonly fixedDueAt?: string;
  readonly pauses: readonly ClockPause[];
  readonly metAt?: string;
  /** Dropped, neither kept nor broken: the case was cancelled. */
  readonly stoppedAt?: string;
  /** Keys of the ladder's steps that have fired. */
  readonly fired: readonly string[];
}

export type Clocks = Readonly<Record<string, ClockRecord>>;

interface At {
  readonly clock: string;
  readonly at: string;
}
interface Fired {
  readonly clock: string;
  readonly step: string;
  readonly dueAt: string;
  /** Fired more than `LATE_AFTER_MS` after its instant: the system was away. */
  readonly late: boolean;
}

export type ClockEvent =
  | {
      readonly type: 'ClockStarted';
      readonly data: {
        readonly clock: string;
        readonly startedAt: string;
        readonly facts: ClockFacts;
        readonly fixedDueAt?: string;
      };
    }
  | { readonly type: 'ClockPaused'; readonly data: At }
  | { readonly type: 'ClockResumed'; readonly data: At }
  | { readonly type: 'ClockMet'; readonly data: At }
  | { readonly type: 'ClockStopped'; readonly data: At }
  | {
      readonly type: 'ClockFactsChanged';
      readonly data: { readonly clock: string; readonly facts: ClockFacts };
    }
  | { readonly type: 'ClockMoved'; readonly data: { readonly clock: string; readonly fixedDueAt: string } }
  | { readonly type: 'ClockWarned'; readonly data: Fired & { readonly fraction: number } }
  | { readonly type: 'ClockBreached'; readonly data: Fired }
  | { readonly type: 'ClockEscalated'; readonly data: Fired & { readonly to: string } }
  | { readonly type: 'ClockExpired'; readonly data: Fired };

const CLOCK_EVENT_TYPES: Readonly<Record<ClockEvent['type'], true>> = {
  ClockStarted: true,
  ClockPaused: true,
  ClockResumed: true,
  ClockMet: true,
  ClockStopped: true,
  ClockFactsChanged: true,
  ClockMoved: true,
  ClockWarned: true,
  ClockBreached: true,
  ClockEscalated: true,
  ClockExpired: true,
};

/** Tells a clock's event among those of a process. */
export const isClockEvent = <E extends { readonly type: string }>(
  event: E,
): event is Extract<E, ClockEvent> => Object.hasOwn(CLOCK_EVENT_TYPES, event.type);

/** True while the promise is neither kept nor dropped. */
export const isActive = ({ metAt, stoppedAt }: ClockRecord): boolean =>
  metAt === undefined && stoppedAt === undefined;

/** True while a pause lasts. */
export const isPaused = ({ pauses }: ClockRecord): boolean => pauses.some(({ to }) => to === undefined);

/** The record of that name, or undefined. */
export const clockNamed = (clocks: Clocks, name: string): ClockRecord | undefined =>
  Object.hasOwn(clocks, name) ? clocks[name] : undefined;

/** The clocks after an event. One about a clock that was never started changes nothing. */
export function evolveClocks(clocks: Clocks, event: ClockEvent): Clocks {
  const before = clockNamed(clocks, event.data.clock);
  const after = evolveClock(before, event);
  return after === undefined || after === before ? clocks : { ...clocks, [event.data.clock]: after };
}

function evolveClock(record: ClockRecord | undefined, event: ClockEvent): ClockRecord | undefined {
  if (event.type === 'ClockStarted') {
    const { clock, startedAt, facts, fixedDueAt } = event.data;
    return {
      name: clock,
      startedAt,
      facts,
      ...(fixedDueAt === undefined ? {} : { fixedDueAt }),
      pauses: [],
      fired: [],
    };
  }
  if (record === undefined) return undefined;
  switch (event.type) {
    case 'ClockPaused':
      return { ...record, pauses: [...record.pauses, { from: event.data.at }] };
    case 'ClockResumed':
      return {
        ...record,
        pauses: record.pauses.map((pause) =>
          pause.to === undefined ? { ...pause, to: event.data.at } : pause,
        ),
      };
    case 'ClockMet':
      return { ...record, metAt: event.data.at };
    case 'ClockStopped':
      return { ...record, stoppedAt: event.data.at };
    case 'ClockFactsChanged':
      return { ...record, facts: event.data.facts };
    case 'ClockMoved':
      // A new promise, agreed with the customer (R4), has its own ladder: what fired for the old one says nothing about it.
      return { ...record, fixedDueAt: event.data.fixedDueAt, fired: [] };
    case 'ClockWarned':
    case 'ClockBreached':
    case 'ClockEscalated':
    case 'ClockExpired':
      return { ...record, fired: [...record.fired, event.data.step] };
  }
}
