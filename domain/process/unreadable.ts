import { isJsonObject } from '../json';

const UNREADABLE = 'aftercare:unreadable';

/** Placeholder for a payload that none of our keys encrypted: it does not come from Aftercare. */
export const unreadable = (reason: string): object => ({ [UNREADABLE]: reason });

/** Why it could not be read; undefined where it could. */
export function whyUnreadable(value: unknown): string | undefined {
  const reason = isJsonObject(value) ? value[UNREADABLE] : undefined;
  return typeof reason === 'string' ? reason : undefined;
}
