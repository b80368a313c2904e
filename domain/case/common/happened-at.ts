import type { CaseState } from '../state';

/**
 * Time of an action, ISO-8601: as reported by the person who did it, but not after it was recorded (a phone's
 * clock may run ahead) and not before the case reached its stage. So a clock is never met before its start.
 */
export function happenedAt(
  { stageSince }: CaseState,
  reported: { readonly at: string; readonly occurredAt?: string },
): string {
  const { at, occurredAt = at } = reported;
  const past = occurredAt < at ? occurredAt : at;
  return past < stageSince ? stageSince : past;
}
