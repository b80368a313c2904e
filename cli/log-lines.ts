import { createLogger } from '../platform/logger';
import type { WriteLine } from '../stack/progress';

/**
 * A log that holds JSON lines alone: what is told of a process by the one who starts it, and what a process prints that ends before it can
 * log, come in the same form as the process's own lines.
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
