import type { JsonValue } from '../../json';
import type { RegisteredCase } from '../state';

/** A step of a ladder, as its event tells it. */
interface FiredStep {
  readonly late: boolean;
  readonly known?: { readonly startedAt: string };
}

/**
 * Reason for a late message about a promise, for its parameter `late`: true when the system was away; for a
 * request entered long after its receipt, the times of receipt and entry; false when the cause was unknown
 * until then.
 */
export function lateness({ registration }: RegisteredCase, { late, known }: FiredStep): JsonValue {
  if (!late || !known) return late;
  const { receivedAt, registeredAt } = registration;
  return registeredAt !== undefined && known.startedAt === receivedAt
    ? { receivedAt, enteredAt: registeredAt }
    : false;
}
