/**
 * The clocks a process carries in its state, and how events change them. Plain JSON data and no calendar: this file runs in workflow
 * code, where time-zone arithmetic would not replay the same on another Node (design decision 5). Instants are ISO-8601 in UTC with
 * milliseconds.
 */

/** Facts that select a clock's policy. */
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
  /** When its beginning was entered, and its end, where that was later than they were. */
  readonly enteredAt?: string;
  readonly endEnteredAt?: string;
}

/** Facts that held until others took their place. */
export interface EarlierFacts {
  readonly facts: ClockFacts;
  readonly until: string;
  /** The customer agreed to what came after (R4). */
  readonly agreed?: true;
}

/** How far back a role may enter proof that a promise was kept; supervisors as far as they have to. */
export interface LateEntry {
  readonly role: string;
  readonly withinSeconds: number;
}

/** A promise that was broken, as its ladder recorded it. */
export interface Breach {
  readonly at: string;
  readonly lateEntry: readonly LateEntry[];
}

/** The promise of a request that was joined, since when it holds here, and when that was entered where it was later. */
export interface Bound extends Entered {
  readonly dueAt: string;
  readonly at: string;
}

/** One promise under a clock's name, from its start to its end. What was entered later than it happened has the instant of both (ADR 33). */
export interface ClockRun {
  readonly startedAt: string;
  readonly enteredAt?: string;
  readonly facts: ClockFacts;
  /** Each with what it was before, the first first; events from before ADR 33 left none. */
  readonly earlierFacts?: readonly EarlierFacts[];
  /** The promise where it was given as an instant (an arrival agreed with the customer, R4) and not as working time. */
  readonly fixedDueAt?: string;
  /** That instant took the place of working time: what its policy lets put it off goes on to do so (ADR 43). */
  readonly isPutOffByPauses?: true;
  /** A promise made elsewhere that also applies here: due then at the latest. */
  readonly bound?: Bound;
  readonly pauses: readonly ClockPause[];
  readonly metAt?: string;
  readonly metEnteredAt?: string;
  /** Dropped, neither kept nor broken: the case was cancelled. */
  readonly stoppedAt?: string;
  readonly stoppedEnteredAt?: string;
  /** Recorded by its ladder: stands, whatever follows. */
  readonly breach?: Breach;
}

/** A run whose place another took: the clock was started again, or the promise moved. */
export type PastRun = ClockRun & { readonly replacedAt: string };

export interface ClockRecord extends ClockRun {
  readonly name: string;
  /** Keys of the ladder's steps that have fired. */
  readonly fired: readonly string[];
  /** Those that may have been broken, the oldest first. */
  readonly earlier?: readonly PastRun[];
}

export type Clocks = Readonly<Record<string, ClockRecord>>;

/** Instant of entry. Absent when it equals the time of the event, and in events from before ADR 33. */
interface Entered {
  readonly enteredAt?: string;
}
interface At extends Entered {
  readonly clock: string;
  readonly at: string;
}
interface Fired {
  readonly clock: string;
  readonly step: string;
  readonly dueAt: string;
  /** Fired more than `LATE_AFTER_MS` after its instant. */
  readonly late: boolean;
  /** The step is late because its cause was entered only at `at`; the clock runs since `startedAt`. */
  readonly known?: { readonly startedAt: string; readonly at: string };
}

export type ClockEvent =
  | {
      readonly type: 'ClockStarted';
      readonly data: {
        readonly clock: string;
        readonly startedAt: string;
        readonly facts: ClockFacts;
        readonly fixedDueAt?: string;
      } & Entered;
    }
  | {
      readonly type: 'ClockPaused';
      readonly data: At & {
        /** From further back than a role may enter it: a supervisor did. */
        readonly isSupervisors?: true;
        /** When it is said to have begun, where it counts from later: from as far back as the role that entered it may. */
        readonly toldAt?: string;
      };
    }
  | { readonly type: 'ClockResumed'; readonly data: At }
  | { readonly type: 'ClockMet'; readonly data: At }
  | { readonly type: 'ClockStopped'; readonly data: At }
  | {
      readonly type: 'ClockFactsChanged';
      /** `at` is absent in events from before ADR 33: those facts held from the start. */
      readonly data: {
        readonly clock: string;
        readonly facts: ClockFacts;
        readonly at?: string;
        readonly agreed?: true;
      };
    }
  | {
      readonly type: 'ClockMoved';
      readonly data: {
        readonly clock: string;
        readonly fixedDueAt: string;
        readonly isPutOffByPauses?: true;
      } & Entered;
    }
  /** Another promise holds for this one too, and is earlier or not. */
  | { readonly type: 'ClockBound'; readonly data: Bound & { readonly clock: string } }
  /** Proof, entered after its breach was recorded, that the promise had been kept in time. */
  | { readonly type: 'ClockCorrected'; readonly data: At & { readonly dueAt: string } }
  | { readonly type: 'ClockWarned'; readonly data: Fired & { readonly fraction: number } }
  | {
      readonly type: 'ClockBreached';
      readonly data: Fired & { readonly lateEntry?: readonly LateEntry[] };
    }
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
  ClockBound: true,
  ClockCorrected: true,
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
export const isActive = ({ metAt, stoppedAt }: ClockRun): boolean =>
  metAt === undefined && stoppedAt === undefined;

/** True while a pause lasts. */
export const isPaused = ({ pauses }: ClockRun): boolean => pauses.some(({ to }) => to === undefined);

/** The record of that name, or undefined. */
export const clockNamed = (clocks: Clocks, name: string): ClockRecord | undefined =>
  Object.hasOwn(clocks, name) ? clocks[name] : undefined;
