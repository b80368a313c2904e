import type { Commit } from '../domain/process/commit';
import type { JsonObject, JsonValue } from '../domain/json';

/** Parameters of every call to another system. `key` is its idempotency key. */
export interface CallRequest {
  readonly key: string;
  readonly processId: string;
  readonly input: JsonObject;
  /** When the process asked for it. */
  readonly at: string;
  /** The key of the call that this one takes back. */
  readonly undoes?: string;
}

export type Call = (request: CallRequest) => Promise<JsonValue>;

/** The activities as workflows see them. */
export interface LocalActivities {
  readonly commit: Commit;
}
