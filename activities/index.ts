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
import type { ProcessKinds } from './process-kind';
import { PROCESS_KINDS } from './processes';
import { createRegisterRequest } from './register-request';
import { tryingCalls, type SystemCalls } from './trial';
import type { Call } from './types';

export interface ActivityDependencies {
  readonly config: Config;
  readonly logger: Logger;
  readonly database: Database;
  readonly processes: ProcessClient;
}

const SYSTEM_TIMEOUT_MS = 10_000;
/** Of a call that is tried within a commit, for somebody waits for the commit. */
const TRIAL_TIMEOUT_MS = 1_000;

/** Everything the workflows may ask for, by name. */
export function createActivities(
  { config, logger, database, processes }: ActivityDependencies,
  kinds: ProcessKinds = PROCESS_KINDS,
) {
  const log = (calls: SystemCalls) => each(calls, (call, name) => logged(name, call, logger));
  const systemCalls = (timeoutMs: number): readonly SystemCalls[] => {
    const systems = { token: config.AFTERCARE_SYSTEMS_TOKEN, timeoutMs };
    return [
      log(createPartsCalls(createPartsClient({ ...systems, baseUrl: config.AFTERCARE_PARTS_URL }))),
      log(createFinanceCalls(createFinanceClient({ ...systems, baseUrl: config.AFTERCARE_FINANCE_URL }))),
    ];
  };
  const [parts, finance] = systemCalls(SYSTEM_TIMEOUT_MS);
  const ownCalls = log({
    deliverCommand: createDeliver(processes),
    registerRequest: createRegisterRequest({ config, logger, database, processes }),
  });
  return {
    commit: tryingCalls(createCommit({ database, kinds, logger }), systemCalls(TRIAL_TIMEOUT_MS)),
    ...each({ ...parts, ...finance, ...ownCalls }, asActivity),
  };
}

const each = (calls: SystemCalls, wrapped: (call: Call, name: string) => Call): SystemCalls =>
  Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, wrapped(call, name)]));

/** One log line a call. */
function logged(name: string, call: Call, logger: Logger): Call {
  return async (request) => {
    const line = { call: name, key: request.key, processId: request.processId };
    try {
      const result = await call(request);
      logger.info(line, 'call done');
      return result;
    } catch (error) {
      if (error instanceof SystemRefusal) logger.warn({ ...line, code: error.code }, 'call refused');
      else logger.warn({ ...line, err: error }, 'call failed, will be tried again');
      throw error;
    }
  };
}

/** A system's refusal ends its retries, anything else is tried again by Temporal. */
function asActivity(call: Call): Call {
  return async (request) => {
    try {
      return await call(request);
    } catch (error) {
      if (!(error instanceof SystemRefusal)) throw error;
      throw ApplicationFailure.nonRetryable(error.message, error.code, { ...error.params });
    }
  };
}
