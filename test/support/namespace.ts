import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isGrpcServiceError, type Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { TASK_QUEUE } from '../../domain/process/protocol';

const NOT_FOUND = 5;

/** A namespace of the test file's own on the suite's Temporal server, once the server lets it be used. */
export async function createNamespace(connection: Connection): Promise<string> {
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  const { workflowService } = connection;
  await workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  });
  // The server's parts learn of a namespace one after another: the last to know is the one that keeps histories.
  for (;;) {
    try {
      await workflowService.describeTaskQueue({ namespace, taskQueue: { name: TASK_QUEUE } });
      await workflowService.describeWorkflowExecution({ namespace, execution: { workflowId: 'nobody' } });
    } catch (error) {
      if (!isGrpcServiceError(error)) throw error;
      const code: number = error.code;
      if (code !== NOT_FOUND) throw error;
      if (!/namespace/i.test(error.details)) return namespace;
    }
    await sleep(50);
  }
}
