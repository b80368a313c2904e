import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities';
import { createCommit } from '../../activities/commit';
import type { Call } from '../../activities/types';
import { processContext } from '../../cli/services/context';
import type { Commit } from '../../domain/process/commit';
import { TASK_QUEUE } from '../../domain/process/protocol';
import { dataConverter } from '../../platform/temporal';
import { dieWithParent } from '../../stack/die-with-parent';
import { workflowBundle } from '../../worker/bundle';
import { KINDS, TEST_ENTRY } from '../support/workflow';

/**
 * A worker of the tests' processes that is killed at an exact point of many of them at once: whichever of those with the prefix comes to
 * the moment waits there, and with the last of so many it dies. `MOMENT PREFIX COUNT`, the moment one of `deaths.ts`.
 */
const [moment = '', prefix = '', count = ''] = process.argv.slice(2);

const isCall = (value: unknown): value is Call => typeof value === 'function';
const there = new Set<string>();

/** SIGKILL with the last: no handler runs, nothing is flushed. Until then, for ever. */
function waitHere(processId: string): Promise<never> {
  there.add(processId);
  if (there.size >= Number(count)) process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

const dyingCall =
  (call: Call): Call =>
  async (request) => {
    const isMeant = request.processId.startsWith(prefix);
    if (moment === 'before the call' && isMeant) return waitHere(request.processId);
    const result = await call(request);
    return moment === 'after the call' && isMeant ? waitHere(request.processId) : result;
  };

const dyingCommit =
  (commit: Commit): Commit =>
  async (request) => {
    const isMeant =
      request.processId.startsWith(prefix) && request.events.some(({ type }) => type === 'Settled');
    if (moment === 'before its commit' && isMeant) return waitHere(request.processId);
    const result = await commit(request);
    return moment === 'after its commit' && isMeant ? waitHere(request.processId) : result;
  };

async function main(): Promise<void> {
  dieWithParent(() => undefined);
  const context = await processContext('worker');
  const { config, database, logger } = context;
  const calls = Object.entries(createActivities(context)).flatMap(([name, call]) =>
    name !== 'commit' && isCall(call) ? [[name, dyingCall(call)] as const] : [],
  );
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS }),
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: TASK_QUEUE,
    workflowBundle: await workflowBundle(logger, TEST_ENTRY),
    activities: {
      ...Object.fromEntries(calls),
      commit: dyingCommit(createCommit({ database, kinds: KINDS, logger })),
    },
    dataConverter: dataConverter(config),
  });
  process.stdout.write('ready\n');
  await worker.run();
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
