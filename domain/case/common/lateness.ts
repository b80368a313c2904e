import type { JsonValue } from '../../json';
import type { RegisteredCase } from '../state';

/** A step of a ladder, as its event tells it. */
interface Told {
  readonly late: boolean;
  readonly known?: { readonly startedAt: string };
}

/**
 * Why a message about a promise comes late, for its parameter `late`: true where the system was away; for a request that was entered long
 * after its receipt, when it was received and when entered; false where nobody could know before.
 */
export function lateness({ registration }: RegisteredCase, { late, known }: Told): JsonValue {
  if (!late || !known) return late;
  const { receivedAt, registeredAt } = registration;
  return registeredAt !== undefined && known.startedAt === receivedAt
    ? { receivedAt, enteredAt: registeredAt }
    : false;
}
