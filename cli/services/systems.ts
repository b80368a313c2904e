import { onShutdown } from '../../platform/shutdown';
import { buildFinanceServer } from '../../systems/finance/server';
import { buildPartsServer } from '../../systems/parts/server';
import { closeDatabase } from '../../platform/database';
import { serviceContext } from './context';

const SYSTEMS = {
  parts: { build: buildPartsServer, port: 'AFTERCARE_PARTS_PORT' },
  finance: { build: buildFinanceServer, port: 'AFTERCARE_FINANCE_PORT' },
} as const;

/** `aftercare parts`, `aftercare finance`: an embedded system, where no ERP takes its place (design decision 8). */
export async function runSystem(name: keyof typeof SYSTEMS): Promise<void> {
  const { config, logger, database } = serviceContext(name);
  const { build, port } = SYSTEMS[name];
  const app = await build({ prisma: database, token: config.AFTERCARE_SYSTEMS_TOKEN, logger });
  onShutdown(logger, async () => {
    await app.close();
    await closeDatabase(database);
  });
  const address = await app.listen({ host: config.AFTERCARE_HOST, port: config[port] });
  logger.info({ url: address }, `${name} ready`);
}
