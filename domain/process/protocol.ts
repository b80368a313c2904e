import type { JsonObject } from '../json';
import type { CallsCarried } from './calls';
import type { Deadline } from './commit';
import type { Command, Message } from './decider';
import type { Carried } from './ledger';
import type { RunLimits } from './run-limits';

/** How others speak with a running process: the names and shapes of its update, signal and query. */
export const EXECUTE = 'execute';
export const REFRESH = 'refresh';
export const INSPECT = 'inspect';
export const TASK_QUEUE = 'aftercare';

/** The argument of a process's workflow: its first command, or what the run before left. */
export interface ProcessStart<S = unknown, C extends Message = Message> extends Partial<RunLimits> {
  readonly processId: string;
  readonly first?: Command<C>;
  readonly traceId?: string;
  readonly carried?: ProcessCarried<S>;
}

export interface ProcessCarried<S> {
  readonly ledger: Carried<S>;
  readonly calls: CallsCarried;
  readonly deadlines: readonly Deadline[];
}

/** One command or an ordered list: all of it is decided, or none. */
export interface ExecuteRequest<C extends Message = Message> {
  readonly commands: readonly Command<C>[];
  /** The version the sender has seen (`If-Match`). */
  readonly expectedSeq?: number;
  readonly traceId?: string;
}

export interface ExecuteResult {
  /** Version of the process after the batch. */
  readonly seq: number;
  /** True when every command of the batch had been done before. */
  readonly duplicate: boolean;
}

export interface Inspection<S = JsonObject> {
  readonly seq: number;
  readonly state: S;
  readonly deadlines: readonly Deadline[];
  readonly pendingCalls: readonly string[];
}
