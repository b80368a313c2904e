import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

// The runtime is the process's: where other test files of this jest worker have set it, it stays so.
declare global {
  var aftercareTestsAreQuiet: boolean | undefined;
}

/** Errors that a test provokes stay out of the log: the worker logs only errors. */
export function quiet(): void {
  if (globalThis.aftercareTestsAreQuiet) return;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }), forward: {} },
    },
    shutdownSignals: [],
  });
  globalThis.aftercareTestsAreQuiet = true;
}
