import { useCodes } from '../codes';
import type { CommandType } from '../outbox/database';

/** Names of commands as headings and buttons begin: with a capital. */
export function useCommandName(): (type: CommandType) => string {
  const codes = useCodes();
  return (type) => {
    const name = codes.name('command', type);
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
}
