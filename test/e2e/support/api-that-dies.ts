import { setTimeout as sleep } from 'node:timers/promises';
import { buildApi } from '../../../api/app';
import { processContext } from '../../../cli/services/context';
import type { Message } from '../../../domain/process/decider';
import type { ExecuteRequest } from '../../../domain/process/protocol';
import { dieWithParent } from '../../../stack/die-with-parent';
import { parsed } from './caller';
import { type ApiDeath, LastMoment } from './last-moment';

/**
 * The product's API, but killed at exact points: `before-start` when it has registered a request and would start its case; `after-start`
 * when it has, and has noted it nowhere; `before-update` when it would send a batch; `in-update` when the batch that it sent is in PostgreSQL,
 * and it waits for the answer; `after-update` when it has the answer and the caller has not. Each of the deaths on the command line waits at
 * its moment for the others.
 */
const deaths = parsed<readonly ApiDeath[]>(process.argv[2] ?? '[]');
const lastMoment = new LastMoment(deaths.length);
const LOOK_AGAIN_MS = 5;

/** Which death is meant; -1 where none is. */
const deathAt = (moment: ApiDeath['moment'], asked: unknown): number =>
  deaths.findIndex((one) => one.moment === moment && JSON.stringify(asked).includes(one.mark));

/** Cases whose start the API dies of. */
const starting = new Set<string>();

/** Stops there for ever where a death is meant. */
async function pass(moment: ApiDeath['moment'], asked: unknown): Promise<void> {
  const nth = deathAt(moment, asked);
  if (nth >= 0) await lastMoment.wait(String(nth));
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
  processes.start = async (type, asked) => {
    if (deaths.some(({ mark }) => JSON.stringify(asked).includes(mark))) starting.add(asked.processId);
    await pass('before-start', asked);
    const answer = await start(type, asked);
    await pass('after-start', asked);
    return answer;
  };
  processes.execute = async <C extends Message>(processId: string, request: ExecuteRequest<C>) => {
    await pass('before-update', request);
    const answer = execute(processId, request);
    if (deathAt('in-update', request) >= 0) {
      await committed(
        processId,
        request.commands.map(({ id }) => id),
      );
      await pass('in-update', request);
    }
    await answer;
    await pass('after-update', request);
    return answer;
  };
  const app = await buildApi({ ...context, databaseUrl: config.DATABASE_URL });
  const { eventFeed } = app;
  const waitForProcess = eventFeed.waitForProcess.bind(eventFeed);
  // Intake answers after a while, or once the worker has begun the case: not where the API is about to die.
  eventFeed.waitForProcess = async (number, options) => {
    const isThere = await waitForProcess(number, options);
    return starting.has(number) ? new Promise(() => undefined) : isThere;
  };
  await app.listen({ host: config.AFTERCARE_HOST, port: config.AFTERCARE_PORT });
  logger.info('api ready');
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
