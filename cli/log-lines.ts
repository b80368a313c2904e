import { createLogger } from '../platform/logger';
import type { WriteLine } from '../stack/progress';

/**
 * Writes a log of JSON lines only: messages of the parent about a process, and plain output of a process that
 * ends before its logger starts, take the same form as the process's own lines.
 */
export function jsonLines(name: string, write: WriteLine): WriteLine {
  const logger = createLogger(name, 'info', { write: (line) => write(line.trimEnd()) });
  return (line) => {
    if (isJsonObject(line)) write(line);
    else if (line.trim() !== '') logger.warn(line);
  };
}

function isJsonObject(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
