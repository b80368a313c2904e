import { AsyncLocalStorage } from 'node:async_hooks';
import { createActivities, TRIAL_TIMEOUT_MS } from '../../../activities';
import { createCommit } from '../../../activities/commit';
import { PROCESS_KINDS } from '../../../activities/processes';
import { createSystemCalls, eachCall } from '../../../activities/system-calls';
import { tryingCalls } from '../../../activities/trial';
import type { Call } from '../../../activities/types';
import { processContext } from '../../../cli/services/context';
import type { Commit, CommitRequest } from '../../../domain/process/commit';
import { dieWithParent } from '../../../stack/die-with-parent';
import { createWorker } from '../../../worker/worker';

/**
 * The product's worker, but killed at an exact point: `before-commit EVENT`, `after-commit EVENT`, `before-call CALL`, `in-call CALL` (as it
 * starts a process) or `after-call CALL`, at the first batch with such an event, or the first such call; of one process, where it is named.
 */
const [moment = '', what = '', only] = process.argv.slice(2);
const isOf = (processId: string): boolean => only === undefined || processId === only;

/** SIGKILL: no handler runs, nothing is flushed. */
function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('SIGKILL came too late');
}

/** Set within the call that is meant: others may start processes at the same time, of a worker that died before too. */
const meantCall = new AsyncLocalStorage<true>();

async function main(): Promise<void> {
  dieWithParent(() => undefined);
  const context = await processContext('worker');
  const { database, logger, processes } = context;
  const isMeant = ({ processId, events }: CommitRequest): boolean =>
    isOf(processId) && events.some(({ type }) => type === what);
  const dyingCommit =
    (commit: Commit): Commit =>
    async (request) => {
      if (moment === 'before-commit' && isMeant(request)) die();
      const result = await commit(request);
      if (moment === 'after-commit' && isMeant(request)) die();
      return result;
    };
  if (moment === 'in-call') {
    const start = processes.start.bind(processes);
    processes.start = (...asked) => (meantCall.getStore() ? die() : start(...asked));
  }
  const dyingCall = (call: Call, name: string): Call =>
    !moment.endsWith('-call') || name !== what
      ? call
      : async (request) => {
          if (!isOf(request.processId)) return call(request);
          if (moment === 'before-call') die();
          await meantCall.run(true, () => call(request));
          return die();
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
