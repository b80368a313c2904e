import { setTimeout as sleep } from 'node:timers/promises';
import { buildApi } from '../../../api/app';
import { processContext } from '../../../cli/services/context';
import type { Message } from '../../../domain/process/decider';
import type { ExecuteRequest } from '../../../domain/process/protocol';
import { dieWithParent } from '../../../stack/die-with-parent';

/**
 * The product's API, but killed at an exact point: `before-start` when it has registered a request and would start its case; `after-start`
 * when it has, and has noted it nowhere; `before-update` when it would send a batch; `in-update` when the batch that it sent is in PostgreSQL,
 * and it waits for the answer; `after-update` when it has the answer and the caller has not.
 */
const [moment = ''] = process.argv.slice(2);
const LOOK_AGAIN_MS = 5;

/** SIGKILL: no handler runs, nothing is flushed. */
function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('SIGKILL came too late');
}

async function main(): Promise<void> {
  dieWithParent(() => undefined);
  const context = await processContext('api');
  const { config, logger, database, processes } = context;
  const [start, execute] = [processes.start.bind(processes), processes.execute.bind(processes)];

  const committed = async (processId: string, ids: readonly string[]): Promise<void> => {
    const where = { processId, commandId: { in: [...ids] } };
    while ((await database.processCommand.count({ where })) < ids.length) await sleep(LOOK_AGAIN_MS);
  };
  processes.start = async (...args) => {
    if (moment === 'before-start') die();
    const answer = await start(...args);
    if (moment === 'after-start') die();
    return answer;
  };
  processes.execute = async <C extends Message>(processId: string, request: ExecuteRequest<C>) => {
    if (moment === 'before-update') die();
    const answer = execute(processId, request);
    if (moment === 'in-update') {
      await committed(
        processId,
        request.commands.map(({ id }) => id),
      );
      die();
    }
    await answer;
    if (moment === 'after-update') die();
    return answer;
  };
  const app = await buildApi({ ...context, databaseUrl: config.DATABASE_URL });
  await app.listen({ host: config.AFTERCARE_HOST, port: config.AFTERCARE_PORT });
  logger.info('api ready');
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
