import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { History } from '@temporalio/common/lib/proto-utils';
import { temporal } from '@temporalio/proto';
import { SYSTEM } from '../../domain/identity/actor';
import type { Command } from '../../domain/process/decider';
import type { ExecuteResult, Inspection } from '../../domain/process/protocol';
import type { Answer } from '../../platform/process-client';
import type { ProcessDifference } from '../../verify/difference';
import { verify } from '../../verify/verify';
import { TemporalWorkflows } from '../../verify/workflows';
import { KINDS, type Harness } from '../support/workflow';
import type { ErrandCommand, ErrandState } from './processes/errand';

let count = 0;

/** A command in its envelope; its id is a fresh one unless given. */
export const command = (bare: ErrandCommand, id = `command-${(count += 1)}`): Command<ErrandCommand> => ({
  ...bare,
  id,
  actor: SYSTEM,
});

export const note = (text: string, id?: string): Command<ErrandCommand> =>
  command({ type: 'note', data: { text } }, id);

/** An errand that runs, as its clients see it. */
export class Errand {
  constructor(
    private readonly harness: Harness,
    readonly id: string,
  ) {}

  static async begin(harness: Harness, start: Parameters<Harness['start']>[1] = {}): Promise<Errand> {
    const { workflowId } = await harness.start('errand', start);
    return new Errand(harness, workflowId);
  }

  /** Sends a batch; whatever the answer. */
  ask(
    commands: readonly Command<ErrandCommand>[],
    more: { readonly expectedSeq?: number } = {},
  ): Promise<Answer<ExecuteResult>> {
    return this.harness.processes.execute<ErrandCommand>(this.id, { commands, ...more });
  }

  /** Sends a batch that has to be taken. */
  async give(...commands: readonly Command<ErrandCommand>[]): Promise<ExecuteResult> {
    const answer = await this.ask(commands);
    if (answer.kind !== 'done') throw new Error(`${this.id} answered ${JSON.stringify(answer)}`);
    return answer.result;
  }

  async inspect(): Promise<Inspection<ErrandState>> {
    return this.harness.ground.client.workflow.getHandle(this.id).query<Inspection<ErrandState>>('inspect');
  }

  async refresh(): Promise<void> {
    expect(await this.harness.processes.refresh(this.id)).toMatchObject({ kind: 'done' });
  }

  /** The history of the latest run. */
  history(): Promise<History> {
    return this.harness.ground.client.workflow.getHandle(this.id).fetchHistory();
  }

  /** Waits until no task or activity of the workflow is under way: the next to come is a timer or a message. */
  async atRest(): Promise<void> {
    while (isUnderWay(eventTypes(await this.history()))) await sleep(50);
  }

  /** The events that PostgreSQL has. */
  stored() {
    return this.harness.database.processEvent.findMany({
      where: { processId: this.id },
      orderBy: { seq: 'asc' },
    });
  }

  /** Waits until what can be seen of the errand is as wished. */
  async until(wish: (seen: Inspection<ErrandState>) => boolean): Promise<Inspection<ErrandState>> {
    for (;;) {
      const seen = await this.inspect();
      if (wish(seen)) return seen;
      await sleep(50);
    }
  }
}

/** The types of a history's events, such as `TIMER_STARTED`. */
export const eventTypes = ({ events }: History): readonly string[] =>
  (events ?? []).map(({ eventType }) =>
    (temporal.api.enums.v1.EventType[eventType ?? 0] ?? '').replace('EVENT_TYPE_', ''),
  );

function isUnderWay(types: readonly string[]): boolean {
  const count = (pattern: RegExp): number => types.filter((type) => pattern.test(type)).length;
  const task = types.findLast((type) => type.startsWith('WORKFLOW_TASK_')) ?? '';
  return (
    /_(SCHEDULED|STARTED)$/.test(task) ||
    count(/^ACTIVITY_TASK_SCHEDULED$/) > count(/^ACTIVITY_TASK_(COMPLETED|FAILED|TIMED_OUT|CANCELED)$/)
  );
}

/** The runs of a workflow, first to last, by their histories. */
export async function runsOf(harness: Harness, id: string): Promise<History[]> {
  const { workflow } = harness.ground.client;
  const latest = await workflow.getHandle(id).fetchHistory();
  const first = latest.events?.[0]?.workflowExecutionStartedEventAttributes?.firstExecutionRunId;
  const runs: History[] = [];
  for (let runId = first; runId;) {
    const history = await workflow.getHandle(id, runId).fetchHistory();
    runs.push(history);
    runId = history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  return runs;
}

/** Events, hash chain, fold, read model, outbox and workflow tell the same of these processes. */
export async function expectAgreement(harness: Harness, ...processes: readonly string[]): Promise<void> {
  const found: ProcessDifference[] = [];
  const unverified: string[] = [];
  await verify(
    {
      database: harness.database,
      kinds: KINDS,
      workflows: new TemporalWorkflows(harness.ground.client, 20_000),
      now: Date.now,
    },
    {
      processes,
      onDifference: (one) => found.push(one),
      onUnverified: (id, why) => unverified.push(`${id}: ${why}`),
    },
  );
  expect({ found, unverified }).toEqual({ found: [], unverified: [] });
}
