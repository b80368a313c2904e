import {
  isGrpcServiceError,
  QueryNotRegisteredError,
  WorkflowNotFoundError,
  type Client,
  type WorkflowExecutionStatusName,
} from '@temporalio/client';
import { NamespaceNotFoundError } from '@temporalio/common';
import { INSPECT, REFRESH, type Inspection } from '../domain/process/protocol';
import { startOptions } from '../platform/process-client';

/** Observed state of a process's workflow. */
export type Sight =
  | { readonly kind: 'found'; readonly status: WorkflowExecutionStatusName; readonly inspection: Inspection }
  /** Not in Temporal: never started, or gone with the namespace's retention. */
  | { readonly kind: 'none' }
  /** Temporal is there, but this workflow does not answer: no worker, or one that cannot replay it. */
  | { readonly kind: 'unanswered'; readonly reason: string }
  | { readonly kind: 'away'; readonly reason: string };

export interface Workflows {
  look(processId: string): Promise<Sight>;
  /** Has the workflow take in what PostgreSQL knows more. Gives why it could not be asked. */
  refresh(processId: string): Promise<string | undefined>;
  /** Starts the workflow of a process that Temporal has lost; it takes in what PostgreSQL has. Gives why it could not be started. */
  restart(processId: string, processType: string): Promise<string | undefined>;
  /** Why Temporal cannot be asked at all; undefined where it can. */
  whyAway(): Promise<string | undefined>;
}

const GRPC = {
  CANCELLED: 1,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  UNAVAILABLE: 14,
} as const;

/** Whether Temporal is there at all does not take a worker's time. */
const REACH_DEADLINE_MS = 3_000;

/** @param deadlineMs of each call. */
export class TemporalWorkflows implements Workflows {
  constructor(
    private readonly client: Client,
    private readonly deadlineMs: number,
  ) {}

  look(processId: string): Promise<Sight> {
    return this.ask<Sight>(async () => {
      const handle = this.client.workflow.getHandle(processId);
      const { status } = await handle.describe();
      return { kind: 'found', status: status.name, inspection: await handle.query<Inspection>(INSPECT) };
    });
  }

  async refresh(processId: string): Promise<string | undefined> {
    const answer = await this.ask(() => this.client.workflow.getHandle(processId).signal(REFRESH));
    if (answer === undefined) return undefined;
    return answer.kind === 'none' ? 'its workflow is gone' : answer.reason;
  }

  async restart(processId: string, processType: string): Promise<string | undefined> {
    const answer = await this.ask(() =>
      this.client.workflow.signalWithStart(processType, {
        ...startOptions({ processId }),
        signal: REFRESH,
      }),
    );
    if (!('kind' in answer)) return undefined;
    return answer.kind === 'none' ? 'there is no such namespace' : answer.reason;
  }

  async whyAway(): Promise<string | undefined> {
    const { namespace } = this.client.options;
    const answer = await this.ask(
      () => this.client.connection.workflowService.describeNamespace({ namespace }),
      Math.min(this.deadlineMs, REACH_DEADLINE_MS),
    );
    if (!('kind' in answer)) return undefined;
    return answer.kind === 'none' ? `There is no namespace ${namespace}` : answer.reason;
  }

  private async ask<T>(
    call: () => Promise<T>,
    deadlineMs = this.deadlineMs,
  ): Promise<T | Exclude<Sight, { kind: 'found' }>> {
    try {
      return await this.client.connection.withDeadline(Date.now() + deadlineMs, call);
    } catch (error) {
      return sightOf(error);
    }
  }
}

function sightOf(error: unknown): Exclude<Sight, { kind: 'found' }> {
  if (error instanceof WorkflowNotFoundError) return { kind: 'none' };
  if (error instanceof NamespaceNotFoundError) return { kind: 'away', reason: error.message };
  if (error instanceof QueryNotRegisteredError) return { kind: 'unanswered', reason: error.message };
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!isGrpcServiceError(cause)) continue;
    const code: number = cause.code;
    switch (code) {
      case GRPC.UNAVAILABLE:
        return { kind: 'away', reason: cause.details };
      case GRPC.NOT_FOUND:
        return { kind: 'none' };
      case GRPC.CANCELLED:
      case GRPC.DEADLINE_EXCEEDED:
      case GRPC.FAILED_PRECONDITION:
      case GRPC.RESOURCE_EXHAUSTED:
        return { kind: 'unanswered', reason: cause.details };
      default:
        throw error;
    }
  }
  throw error;
}
