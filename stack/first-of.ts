import { messageOf, StackError } from './errors';

/** One way to come by something, and its name as it reads in an error. */
export type Way = readonly [what: string, get: () => Promise<string>];

/**
 * Tries the ways in order and gives what the first that works gives.
 * @throws StackError, when none works, that begins with `lack`, tells why each way failed and ends with `remedy`.
 */
export async function firstOf(ways: readonly Way[], lack: string, remedy: string): Promise<string> {
  const tried: string[] = [];
  for (const [what, get] of ways) {
    try {
      return await get();
    } catch (error) {
      tried.push(`  - ${what}: ${messageOf(error).split('\n').slice(0, 6).join('\n    ')}`);
    }
  }
  throw new StackError([`${lack} Tried:`, ...tried, remedy].join('\n'));
}
