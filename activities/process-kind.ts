import type { Clocks } from '../domain/clock/clocks';
import type { Decider, Effect, Message, Recorded } from '../domain/process/decider';
import type { Task } from '../domain/process/task';
import type { Session, Transaction } from '../platform/database';
import type { TableRows } from './process-tables';
import type { ClockRow } from './projections/clocks';

/** The interface that `commit` and `verify` need of a process type, independent of its state and events. */
export interface ProcessKind {
  readonly type: string;
  readonly initial: unknown;
  /** The tables that are its alone: their rows name processes of this type. */
  readonly tables: readonly string[];
  /** Folds events onto a stored state; tells what there is to see of the result. */
  fold(state: unknown, events: readonly Recorded[]): Fold;
  /** A state of before as it would be written today. */
  tidied(state: unknown): unknown;
  /** The read model of this type, where it has one of its own. @param before the state before these events. */
  rows(image: ReadImage, before: unknown): readonly TableRows[];
  /** Claims on shared resources that the process gained or gave up; undefined when nothing changed. */
  claims(image: ReadImage, before: unknown): Claims | undefined;
  /** How the read model differs from what it should be, a line each. */
  readModelDifferences(tx: Transaction, image: ReadImage): Promise<readonly Difference[]>;
}

/**
 * Takes and frees, in the transaction of the events. @throws {DomainError} where another process holds what this one claims: nothing is to
 * be committed.
 */
export type Claims = (session: Session) => Promise<void>;

export interface Fold {
  readonly state: unknown;
  readonly clocks: Clocks;
  readonly tasks: readonly Task[];
  readonly isEnded: boolean;
  /** The effects of each event, in order. */
  readonly effects: readonly { readonly event: Recorded; readonly effects: readonly Effect[] }[];
}

/** A process as a read model shows it. */
export interface ReadImage {
  readonly processId: string;
  readonly seq: number;
  readonly at: string;
  readonly state: unknown;
  readonly clocks: readonly ClockRow[];
}

export interface Difference {
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

interface ReadModel<S> {
  /** Every table with a `process_id` that `rows` or `claims` write. */
  readonly tables: readonly string[];
  rows(image: ReadImage & { readonly state: S }, before: S): readonly TableRows[];
  claims?(image: ReadImage & { readonly state: S }, before: S): Claims | undefined;
  differences(tx: Transaction, image: ReadImage & { readonly state: S }): Promise<readonly Difference[]>;
}

/** The one place where stored JSON becomes a process's own types again: it was written by the same decider, under a hash chain. */
export function processKind<S, C extends Message, E extends Message>(
  decider: Decider<S, C, E>,
  readModel?: ReadModel<S>,
): ProcessKind {
  const isState = (value: unknown): value is S => typeof value === 'object' && value !== null;
  const isEvent = (event: Recorded): event is Recorded<E> => typeof event.type === 'string';
  const own = <I extends ReadImage>(image: I): I & { readonly state: S } => {
    const { state } = image;
    if (!isState(state)) throw new Error(`The state of ${image.processId} is not an object`);
    return { ...image, state };
  };
  return {
    type: decider.type,
    initial: decider.initial,
    tables: readModel?.tables ?? [],
    fold(stored, events) {
      if (!isState(stored)) throw new Error(`The stored state of a ${decider.type} is not an object`);
      let state = decider.tidied?.(stored) ?? stored;
      const effects = events.filter(isEvent).map((event) => {
        state = decider.evolve(state, event);
        return { event, effects: decider.react(state, event) };
      });
      return {
        state,
        clocks: decider.clocks(state),
        tasks: decider.tasks(state),
        isEnded: decider.isEnded(state),
        effects,
      };
    },
    tidied: (state) => (isState(state) ? (decider.tidied?.(state) ?? state) : state),
    rows: (image, before) => readModel?.rows(own(image), own({ ...image, state: before }).state) ?? [],
    claims: (image, before) => readModel?.claims?.(own(image), own({ ...image, state: before }).state),
    readModelDifferences: async (tx, image) => (await readModel?.differences(tx, own(image))) ?? [],
  };
}

export type ProcessKinds = ReadonlyMap<string, ProcessKind>;
