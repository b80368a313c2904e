import { AsyncLocalStorage } from 'node:async_hooks';
import { createActivities, TRIAL_TIMEOUT_MS } from '../../../activities';
import { createCommit } from '../../../activities/commit';
import { PROCESS_KINDS } from '../../../activities/processes';
import { createSystemCalls, eachCall } from '../../../activities/system-calls';
import { tryingCalls } from '../../../activities/trial';
import type { Call } from '../../../activities/types';
import { processContext } from '../../../cli/services/context';
import type { Commit } from '../../../domain/process/commit';
import { dieWithParent } from '../../../stack/die-with-parent';
import { createWorker } from '../../../worker/worker';
import { parsed } from './caller';
import { LastMoment, type WorkerDeath } from './last-moment';

/**
 * The product's worker, but killed at exact points: `before-commit` or `after-commit` of a batch with an event, `before-call`, `in-call` (as it
 * starts a process) or `after-call` of a call. Each of the deaths on the command line waits at its moment for the others.
 */
const deaths = parsed<readonly WorkerDeath[]>(process.argv[2] ?? '[]');
const lastMoment = new LastMoment(deaths.length);

/** Stops there for ever where a death is meant. */
async function pass(
  moment: WorkerDeath['moment'],
  processId: string,
  names: readonly string[],
): Promise<void> {
  const nth = deaths.findIndex(
    (one) =>
      one.moment === moment &&
      names.includes(one.what) &&
      (one.processId === undefined || one.processId === processId),
  );
  if (nth >= 0) await lastMoment.wait(String(nth));
}

/** The call within which something is done: others may start processes at the same time. */
const calling = new AsyncLocalStorage<{ readonly processId: string; readonly name: string }>();

const dyingCommit =
  (commit: Commit): Commit =>
  async (request) => {
    const types = request.events.map(({ type }) => type);
    await pass('before-commit', request.processId, types);
    const result = await commit(request);
    await pass('after-commit', request.processId, types);
    return result;
  };

const dyingCall =
  (call: Call, name: string): Call =>
  async (request) => {
    const { processId } = request;
    await pass('before-call', processId, [name]);
    const result = await calling.run({ processId, name }, () => call(request));
    await pass('after-call', processId, [name]);
    return result;
  };

async function main(): Promise<void> {
  dieWithParent(() => undefined);
  const context = await processContext('worker');
  const { database, logger, processes } = context;
  const start = processes.start.bind(processes);
  processes.start = async (...asked) => {
    const call = calling.getStore();
    if (call) await pass('in-call', call.processId, [call.name]);
    return start(...asked);
  };
  const { commit: _commit, ...calls } = createActivities(context);
  const tried = createSystemCalls(context, TRIAL_TIMEOUT_MS).map((system) => eachCall(system, dyingCall));
  const { worker } = await createWorker(context, {
    ...eachCall(calls, dyingCall),
    commit: dyingCommit(tryingCalls(createCommit({ database, kinds: PROCESS_KINDS, logger }), tried)),
  });
  context.logger.info('worker ready');
  await worker.run();
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
