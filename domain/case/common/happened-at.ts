import type { CaseState } from '../state';

/**
 * When something happened for whoever did it, ISO-8601: as they told it, but not after it was recorded (a phone's clock runs ahead) and
 * not before the case came to its stage. So no clock is ever met before it was started.
 */
export function happenedAt(
  { stageSince }: CaseState,
  told: { readonly at: string; readonly occurredAt?: string },
): string {
  const { at, occurredAt = at } = told;
  const past = occurredAt < at ? occurredAt : at;
  return past < stageSince ? stageSince : past;
}
