import { isJsonObject } from '../json';

const UNREADABLE = 'aftercare:unreadable';

/** What a process is given in place of something that was not encrypted with a key of ours: it has not come from Aftercare. */
export const unreadable = (reason: string): object => ({ [UNREADABLE]: reason });

/** Why it could not be read; undefined where it could. */
export function whyUnreadable(value: unknown): string | undefined {
  const reason = isJsonObject(value) ? value[UNREADABLE] : undefined;
  return typeof reason === 'string' ? reason : undefined;
}
