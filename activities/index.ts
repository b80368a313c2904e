import { ApplicationFailure } from '@temporalio/common';
import type { Config } from '../platform/config';
import type { Database } from '../platform/database';
import type { Logger } from '../platform/logger';
import type { ProcessClient } from '../platform/process-client';
import { createFinanceClient } from '../systems/finance/client';
import { createPartsClient } from '../systems/parts/client';
import { SystemRefusal } from '../systems/shared/errors';
import { createCommit } from './commit';
import { createDeliver } from './deliver';
import { createFinanceCalls } from './finance-calls';
import { createPartsCalls } from './parts-calls';
import { PROCESS_KINDS } from './processes';
import { createRegisterRequest } from './register-request';
import type { Call } from './types';

export interface ActivityDependencies {
  readonly config: Config;
  readonly logger: Logger;
  readonly database: Database;
  readonly processes: ProcessClient;
}

const SYSTEM_TIMEOUT_MS = 10_000;

/** Everything the workflows may ask for, by name. */
export function createActivities({ config, logger, database, processes }: ActivityDependencies) {
  const systems = { token: config.AFTERCARE_SYSTEMS_TOKEN, timeoutMs: SYSTEM_TIMEOUT_MS };
  const calls = {
    ...createPartsCalls(createPartsClient({ ...systems, baseUrl: config.AFTERCARE_PARTS_URL })),
    ...createFinanceCalls(createFinanceClient({ ...systems, baseUrl: config.AFTERCARE_FINANCE_URL })),
    deliverCommand: createDeliver(processes),
    registerRequest: createRegisterRequest({ config, logger, database, processes }),
  };
  return {
    commit: createCommit({ database, kinds: PROCESS_KINDS, logger }),
    ...Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, logged(name, call, logger)])),
  };
}

/** One log line a call; a system's refusal ends its retries, anything else is tried again by Temporal. */
function logged(name: string, call: Call, logger: Logger): Call {
  return async (request) => {
    const line = { call: name, key: request.key, processId: request.processId };
    try {
      const result = await call(request);
      logger.info(line, 'call done');
      return result;
    } catch (error) {
      if (!(error instanceof SystemRefusal)) {
        logger.warn({ ...line, err: error }, 'call failed, will be tried again');
        throw error;
      }
      logger.warn({ ...line, code: error.code }, 'call refused');
      throw ApplicationFailure.nonRetryable(error.message, error.code, { ...error.params });
    }
  };
}
