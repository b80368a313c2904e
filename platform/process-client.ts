import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Client,
  type WorkflowExecutionStatusName,
  WorkflowExecutionAlreadyStartedError,
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Message } from '../domain/process/decider';
import {
  EXECUTE,
  INSPECT,
  REFRESH,
  TASK_QUEUE,
  type ExecuteRequest,
  type ExecuteResult,
  type Inspection,
  type ProcessStart,
} from '../domain/process/protocol';
import { RUN_LIMITS } from '../domain/process/run-limits';
import { Lanes, NoRoomError } from './lanes';
import { Refusal } from './refusal';

/** Outcome of an update or query to a running process. */
export type Answer<T> =
  | { readonly kind: 'done'; readonly result: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** No such process runs: it has ended, or has not been started yet. */
  | { readonly kind: 'not-running' }
  /** The deadline passed, so the outcome is unknown. Repeating the call with the same command ids is safe. */
  | { readonly kind: 'unknown' }
  /** Too many commands at once for this process: nothing happened. */
  | { readonly kind: 'busy' }
  /** Temporal cannot be reached. */
  | { readonly kind: 'unavailable'; readonly cause: unknown };

export interface WorkflowSight {
  readonly status: WorkflowExecutionStatusName;
  /** How often the workflow's task that is under way was tried; 0 where there is none. */
  readonly taskAttempt: number;
}

/**
 * Temporal lets ten updates of a workflow be under way. One more is not just turned away: the server forgets the task that the worker has in
 * hand, and updates come back unprocessed. So a client keeps well below, with room for another beside it.
 */
const UPDATES_AT_ONCE = 5;
/** Server's answer when a worker completed the task without the update: the update was not applied. */
const UNPROCESSED = 'UnprocessedUpdate';
const SEND_AGAIN_AFTER_MS = 50;
/** How long a server that is there may take to say so. */
const PROBE_MS = 500;

const GRPC = {
  CANCELLED: 1,
  DEADLINE_EXCEEDED: 4,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  UNAVAILABLE: 14,
} as const;

/** How every process is started: under its own id, and once. One that failed or was terminated has not ended by its own rules: it may start again. */
export const startOptions = (start: ProcessStart) => ({
  workflowId: start.processId,
  taskQueue: TASK_QUEUE,
  args: [{ ...RUN_LIMITS, ...start }] as [ProcessStart],
  workflowIdConflictPolicy: 'USE_EXISTING' as const,
  workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY' as const,
});

/** Speaks with processes through Temporal: start, execute, inspect, refresh. Every call has a deadline. */
export class ProcessClient {
  private readonly lanes = new Lanes(UPDATES_AT_ONCE);

  constructor(
    private readonly client: Client,
    private readonly deadlineMs: number,
  ) {}

  /** Starts the process, once: a second start of the same id changes nothing. */
  async start(workflowType: string, start: ProcessStart): Promise<Answer<null>> {
    return this.ask(async () => {
      try {
        await this.client.workflow.start(workflowType, startOptions(start));
      } catch (error) {
        // It has run and ended already.
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
      return null;
    });
  }

  /** One batch of commands. A repeated request is known by its commands' ids, in the process itself. */
  async execute<C extends Message>(
    processId: string,
    request: ExecuteRequest<C>,
  ): Promise<Answer<ExecuteResult>> {
    return this.update(processId, () =>
      this.client.workflow
        .getHandle(processId)
        .executeUpdate<ExecuteResult, [ExecuteRequest<C>]>(EXECUTE, { args: [request] }),
    );
  }

  /** Starts the process where it does not run, and executes on it. */
  async startAndExecute<C extends Message>(
    workflowType: string,
    processId: string,
    request: ExecuteRequest<C>,
  ): Promise<Answer<ExecuteResult>> {
    return this.update(processId, () =>
      this.client.workflow.executeUpdateWithStart<
        (start: ProcessStart) => Promise<void>,
        ExecuteResult,
        [ExecuteRequest<C>]
      >(EXECUTE, {
        args: [request],
        startWorkflowOperation: new WithStartWorkflowOperation(workflowType, startOptions({ processId })),
      }),
    );
  }

  async inspect(processId: string): Promise<Answer<Inspection>> {
    return this.ask(() => this.client.workflow.getHandle(processId).query<Inspection>(INSPECT));
  }

  /** Makes the process recompute its deadlines and take in news from PostgreSQL. */
  async refresh(processId: string): Promise<Answer<null>> {
    return this.ask(async () => {
      await this.client.workflow.getHandle(processId).signal(REFRESH);
      return null;
    });
  }

  /** How its workflow stands; `not-running` where Temporal does not know it. */
  async look(processId: string): Promise<Answer<WorkflowSight>> {
    return this.ask(async () => {
      const { status, raw } = await this.client.workflow.getHandle(processId).describe();
      return { status: status.name, taskAttempt: raw.pendingWorkflowTask?.attempt ?? 0 };
    });
  }

  /**
   * Restarts a process that Temporal lost from its recorded state and refreshes its deadlines; a running one
   * is only refreshed.
   */
  async restart(workflowType: string, start: ProcessStart): Promise<Answer<null>> {
    return this.ask(async () => {
      await this.client.workflow.signalWithStart(workflowType, { ...startOptions(start), signal: REFRESH });
      return null;
    });
  }

  /** True when Temporal answers in time. */
  async isReachable(withinMs = this.deadlineMs): Promise<boolean> {
    const answer = await this.ask(() => this.client.connection.workflowService.getSystemInfo({}), withinMs);
    return answer.kind === 'done';
  }

  private update<T>(processId: string, send: () => Promise<T>): Promise<Answer<T>> {
    return this.ask((deadline) =>
      this.lanes.run(processId, deadline, async () => {
        for (;;) {
          try {
            return await send();
          } catch (error) {
            if (!isWorthResending(error)) throw error;
            await sleep(SEND_AGAIN_AFTER_MS);
          }
        }
      }),
    );
  }

  private async ask<T>(
    call: (deadline: number) => Promise<T>,
    withinMs = this.deadlineMs,
  ): Promise<Answer<T>> {
    const deadline = Date.now() + withinMs;
    try {
      const result = await this.client.connection.withDeadline(deadline, () => call(deadline));
      return { kind: 'done', result };
    } catch (error) {
      const answer = answerOf(error);
      // The SDK tries an unreachable server until the deadline, and then tells of the deadline alone.
      return answer.kind === 'unknown' && !(await this.answersNow())
        ? { kind: 'unavailable', cause: error }
        : answer;
    }
  }

  private async answersNow(): Promise<boolean> {
    const { connection } = this.client;
    try {
      await connection.withDeadline(Date.now() + PROBE_MS, () =>
        connection.workflowService.getSystemInfo({}),
      );
      return true;
    } catch (error) {
      if (grpcErrorIn(error) === undefined) throw error;
      return false;
    }
  }
}

/**
 * The task that the update went with came to nothing: an event came in just as the process continued as new, or the worker was taken out of
 * it. Its commands' ids make sending it again safe.
 */
function isWorthResending(error: unknown): boolean {
  if (error instanceof WorkflowUpdateFailedError)
    return error.cause instanceof ApplicationFailure && error.cause.type === UNPROCESSED;
  return Number(grpcErrorIn(error)?.code) === GRPC.FAILED_PRECONDITION;
}

function answerOf(error: unknown): Exclude<Answer<never>, { kind: 'done' }> {
  if (error instanceof WorkflowUpdateFailedError) {
    const { cause } = error;
    if (cause instanceof ApplicationFailure && cause.type)
      return { kind: 'refused', refusal: Refusal.of(cause) };
    // The workflow ended between acceptance and answer.
    return { kind: 'not-running' };
  }
  if (error instanceof NoRoomError) return { kind: 'busy' };
  if (error instanceof WorkflowNotFoundError) return { kind: 'not-running' };
  // It has run and ended: a process is started once.
  if (error instanceof WorkflowExecutionAlreadyStartedError) return { kind: 'not-running' };
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { kind: 'unknown' };
  const grpc = grpcErrorIn(error);
  switch (Number(grpc?.code)) {
    case GRPC.DEADLINE_EXCEEDED:
    case GRPC.CANCELLED:
    case GRPC.FAILED_PRECONDITION:
      return { kind: 'unknown' };
    case GRPC.RESOURCE_EXHAUSTED:
      return { kind: 'busy' };
    case GRPC.UNAVAILABLE:
      return { kind: 'unavailable', cause: error };
    default:
      throw error;
  }
}

function grpcErrorIn(error: unknown) {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (isGrpcServiceError(cause)) return cause;
  return undefined;
}
