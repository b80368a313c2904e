import type { Config } from '../platform/config';
import type { Database } from '../platform/database';
import type { Logger } from '../platform/logger';
import type { ProcessClient } from '../platform/process-client';
import { createAskToJoin } from './ask-to-join';
import { createCommit } from './commit';
import { createDeliver } from './deliver';
import { createLearnContacts } from './learn-contacts';
import type { ProcessKinds } from './process-kind';
import { PROCESS_KINDS } from './processes';
import { createRecordInstallation } from './record-installation';
import { createRegisterRequest } from './register-request';
import { asActivities, createSystemCalls, logged } from './system-calls';
import { tryingCalls } from './trial';

export interface ActivityDependencies {
  readonly config: Config;
  readonly logger: Logger;
  readonly database: Database;
  readonly processes: ProcessClient;
}

const SYSTEM_TIMEOUT_MS = 10_000;
/** Time limit of a call that is tried within a commit, because a caller waits for the commit. */
export const TRIAL_TIMEOUT_MS = 1_000;

/** Everything the workflows may ask for, by name. */
export function createActivities(dependencies: ActivityDependencies, kinds: ProcessKinds = PROCESS_KINDS) {
  const { config, logger, database, processes } = dependencies;
  const [parts, finance] = createSystemCalls(dependencies, SYSTEM_TIMEOUT_MS);
  const own = {
    deliverCommand: createDeliver({ processes, database }),
    recordInstallation: createRecordInstallation(database),
    askToJoin: createAskToJoin({ processes, database }),
    learnContacts: createLearnContacts(database),
    registerRequest: createRegisterRequest({ config, logger, database, processes }),
  };
  return {
    commit: tryingCalls(
      createCommit({ database, kinds, logger }),
      createSystemCalls(dependencies, TRIAL_TIMEOUT_MS),
    ),
    ...asActivities({ ...parts, ...finance, ...logged(own, logger) }),
  };
}
