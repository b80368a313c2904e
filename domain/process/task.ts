import type { JsonObject } from '../json';

/** Something a person has to do next: a pure consequence of a process's state, gone when the state has moved on. */
export interface Task {
  readonly key: string;
  readonly kind: string;
  readonly role: string;
  readonly organisationId?: string;
  readonly staffId?: string;
  /** The clock by which it is due. */
  readonly clock?: string;
  readonly openedAt: string;
  readonly params: JsonObject;
}
