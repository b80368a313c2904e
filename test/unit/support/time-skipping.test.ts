import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { createProgress } from '../../../stack/progress';
import { timeSkippingExecutable } from '../../support/time-skipping';
import { quiet } from '../../support/quiet';
import { sleeper } from '../stack/fixtures/sleeper-workflow';
import { cacheDir } from '../stack/temporary';

const firstTimeMs = 600_000;

describe('the time-skipping test server', () => {
  let environment: TestWorkflowEnvironment;
  beforeAll(async () => {
    quiet();
    const executable = await timeSkippingExecutable(createProgress(console.info), cacheDir);
    environment = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
  }, firstTimeMs);
  afterAll(async () => await environment.teardown());

  it('runs a workflow that sleeps 25 hours to its end', async () => {
    const taskQueue = 'sleepers';
    const worker = await Worker.create({
      connection: environment.nativeConnection,
      taskQueue,
      workflowsPath: require.resolve('../stack/fixtures/sleeper-workflow'),
    });
    const hours = await worker.runUntil(
      environment.client.workflow.execute(sleeper, { workflowId: 'a sleeper', taskQueue }),
    );
    expect(hours).toBe(25);
  });
});
