import { AsyncLocalStorage } from 'node:async_hooks';
import { createActivities } from '../../../activities';
import type { Call } from '../../../activities/types';
import { processContext } from '../../../cli/services/context';
import type { CommitRequest } from '../../../domain/process/commit';
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
const isCall = (value: unknown): value is Call => typeof value === 'function';

async function main(): Promise<void> {
  dieWithParent(() => undefined);
  const context = await processContext('worker');
  const activities = createActivities(context);
  const isMeant = ({ processId, events }: CommitRequest): boolean =>
    isOf(processId) && events.some(({ type }) => type === what);
  const commit: typeof activities.commit = async (request) => {
    if (moment === 'before-commit' && isMeant(request)) die();
    const result = await activities.commit(request);
    if (moment === 'after-commit' && isMeant(request)) die();
    return result;
  };
  if (moment === 'in-call') {
    const { processes } = context;
    const start = processes.start.bind(processes);
    processes.start = (...asked) => (meantCall.getStore() ? die() : start(...asked));
  }
  const all: Readonly<Record<string, unknown>> = activities;
  const call = all[what];
  const dyingCall: Call = async (request) => {
    if (!isCall(call)) throw new Error(`No call is named ${what}`);
    if (!isOf(request.processId)) return call(request);
    if (moment === 'before-call') die();
    await meantCall.run(true, () => call(request));
    return die();
  };
  const { worker } = await createWorker(context, {
    ...activities,
    commit,
    ...(moment.endsWith('-call') && { [what]: dyingCall }),
  });
  context.logger.info('worker ready');
  await worker.run();
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
