import type { ClockRegisterCache } from '../../activities/clock-registers';
import type { Actor } from '../../domain/identity/actor';
import type { Config } from '../../platform/config';
import type { Database } from '../../platform/database';
import type { Lanes } from '../../platform/lanes';
import type { NewRequest } from './schema';
import type { KnownSender, RequestStart } from './view';

/** Dependencies of intake. */
export interface Desk {
  readonly database: Database;
  readonly config: Config;
  readonly clockRegisters: ClockRegisterCache;
  /** Those that register wait here for their turn, and not for a connection. */
  readonly turns: Lanes;
}

export interface Intake {
  readonly request: NewRequest;
  readonly idempotencyKey: string;
  readonly by: Actor;
  /** Its desk takes the request in. */
  readonly organisationId: string;
  readonly traceId: string;
}

/** A request that has been registered; the start of its case is among it. */
export interface Registered {
  readonly request: RequestStart;
  readonly isRepeat: boolean;
  /** The sender's entry, when it has just been read. */
  readonly known?: KnownSender;
}
