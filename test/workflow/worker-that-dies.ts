import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities, TRIAL_TIMEOUT_MS } from '../../activities';
import { createCommit } from '../../activities/commit';
import { createSystemCalls, eachCall, type Calls } from '../../activities/system-calls';
import { tryingCalls } from '../../activities/trial';
import type { Call } from '../../activities/types';
import { processContext } from '../../cli/services/context';
import type { Commit } from '../../domain/process/commit';
import { TASK_QUEUE } from '../../domain/process/protocol';
import { dataConverter } from '../../platform/temporal';
import { dieWithParent } from '../../stack/die-with-parent';
import { workflowBundle } from '../../worker/bundle';
import { LastMoment } from '../e2e/support/last-moment';
import { KINDS, TEST_ENTRY } from '../support/workflow';

/**
 * A worker of the tests' processes that is killed at an exact point of many of them at once: whichever of those with the prefix comes to
 * the moment waits there, and with the last of so many it dies. `WAY MOMENT PREFIX COUNT`, the first two of `deaths.ts`.
 */
const [way = '', moment = '', prefix = '', count = ''] = process.argv.slice(2);

const lastMoment = new LastMoment(Number(count));

const dyingCall =
  (call: Call): Call =>
  async (request) => {
    const isMeant = request.processId.startsWith(prefix);
    if (moment === 'before the call' && isMeant) return lastMoment.wait(request.processId);
    const result = await call(request);
    return moment === 'after the call' && isMeant ? lastMoment.wait(request.processId) : result;
  };

const dyingCommit =
  (commit: Commit): Commit =>
  async (request) => {
    const isMeant =
      request.processId.startsWith(prefix) && request.events.some(({ type }) => type === 'Settled');
    if (moment === 'before its commit' && isMeant) return lastMoment.wait(request.processId);
    const result = await commit(request);
    return moment === 'after its commit' && isMeant ? lastMoment.wait(request.processId) : result;
  };

const dying = (calls: Calls): Calls => eachCall(calls, dyingCall);

async function main(): Promise<void> {
  dieWithParent(() => undefined);
  const context = await processContext('worker');
  const { config, database, logger } = context;
  const { commit: _commit, ...calls } = createActivities(context, KINDS);
  const tried =
    way === 'tried with its commit' ? createSystemCalls(context, TRIAL_TIMEOUT_MS).map(dying) : [];
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS }),
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: TASK_QUEUE,
    workflowBundle: await workflowBundle(logger, TEST_ENTRY),
    activities: {
      ...dying(calls),
      commit: dyingCommit(tryingCalls(createCommit({ database, kinds: KINDS, logger }), tried)),
    },
    dataConverter: dataConverter(config, 'refuse'),
  });
  process.stdout.write('ready\n');
  await worker.run();
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
