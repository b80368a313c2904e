import { buildApi } from '../../api/app';
import { onShutdown } from '../../platform/shutdown';
import { processContext } from './context';

/** `aftercare api`: the HTTP service. */
export async function runApi(): Promise<void> {
  const context = await processContext('api');
  const { config, logger } = context;
  const app = await buildApi({ ...context, databaseUrl: config.DATABASE_URL });
  onShutdown(logger, async () => {
    await app.close();
    await context.close();
  });
  const address = await app.listen({ host: config.AFTERCARE_HOST, port: config.AFTERCARE_PORT });
  logger.info({ url: address }, 'api ready');
}
