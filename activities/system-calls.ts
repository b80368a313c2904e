import { ApplicationFailure } from '@temporalio/common';
import type { Config } from '../platform/config';
import type { Logger } from '../platform/logger';
import { createFinanceClient } from '../systems/finance/client';
import { createPartsClient } from '../systems/parts/client';
import { SystemRefusal } from '../systems/shared/errors';
import { createFinanceCalls } from './finance-calls';
import { createPartsCalls } from './parts-calls';
import type { Call } from './types';

/** Calls by name. */
export type Calls = Readonly<Record<string, Call>>;

/** The calls to other systems: the parts system's first, then the finance system's. @param timeoutMs of each attempt. */
export function createSystemCalls(
  { config, logger }: { readonly config: Config; readonly logger: Logger },
  timeoutMs: number,
): readonly [Calls, Calls] {
  const options = { token: config.AFTERCARE_SYSTEMS_TOKEN, timeoutMs };
  return [
    logged(createPartsCalls(createPartsClient({ ...options, baseUrl: config.AFTERCARE_PARTS_URL })), logger),
    logged(
      createFinanceCalls(createFinanceClient({ ...options, baseUrl: config.AFTERCARE_FINANCE_URL })),
      logger,
    ),
  ];
}

export const eachCall = (calls: Calls, wrapped: (call: Call, name: string) => Call): Calls =>
  Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, wrapped(call, name)]));

/** One log line a call. */
export const logged = (calls: Calls, logger: Logger): Calls =>
  eachCall(calls, (call, name) => async (request) => {
    const line = { call: name, key: request.key, processId: request.processId };
    try {
      const result = await call(request);
      logger.info(line, 'call done');
      return result;
    } catch (error) {
      const code = refusalCode(error);
      if (code === undefined) logger.warn({ ...line, err: error }, 'call failed, will be tried again');
      else logger.warn({ ...line, code }, 'call refused');
      throw error;
    }
  });

/** Undefined where what went wrong says nothing of what was asked. */
function refusalCode(error: unknown): string | undefined {
  if (error instanceof SystemRefusal) return error.code;
  return error instanceof ApplicationFailure && error.nonRetryable
    ? (error.type ?? error.message)
    : undefined;
}

/** A system's refusal ends the retries, anything else is tried again by Temporal. */
export const asActivities = (calls: Calls): Calls =>
  eachCall(calls, (call) => async (request) => {
    try {
      return await call(request);
    } catch (error) {
      if (!(error instanceof SystemRefusal)) throw error;
      throw ApplicationFailure.nonRetryable(error.message, error.code, { ...error.params });
    }
  });
