import { dieWithParent } from '../stack/die-with-parent';
import type { Logger } from './logger';

/** Ends a service in order, once: on SIGTERM, Ctrl-C, or when the process that started it is gone. */
export function onShutdown(logger: Logger, drain: () => Promise<void>): void {
  let ending: Promise<void> | undefined;
  const end = (reason: string): Promise<void> => {
    ending ??= (async () => {
      logger.info({ reason }, 'stopping');
      await drain();
      logger.info('stopped');
    })();
    return ending;
  };
  const leave = (reason: string): void => {
    end(reason).then(
      () => process.exit(0),
      (error: unknown) => {
        logger.fatal({ err: error }, 'could not stop in order');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => leave('SIGTERM'));
  process.once('SIGINT', () => leave('SIGINT'));
  dieWithParent(() => end('parent gone'));
}
