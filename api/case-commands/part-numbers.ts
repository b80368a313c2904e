import { serialKey } from '../../domain/text/serial';
import { query, type Database } from '../../platform/database';
import type { WireCommand } from './schema';

/**
 * Commands with their part numbers as the price register spells them, whatever dashes, blanks and capitals were typed. A number that
 * has no price, or is spelt in several ways there, stays as it was typed.
 */
export async function withKnownParts(
  database: Database,
  commands: readonly WireCommand[],
): Promise<readonly WireCommand[]> {
  const typed = new Set<string>();
  for (const { data } of commands) collect(data, typed);
  if (typed.size === 0) return commands;
  const { rows } = await query<{ readonly number: string }>(
    database,
    'SELECT DISTINCT part_number AS number FROM part_price WHERE serial_key(part_number) = ANY($1)',
    [[...typed].map(serialKey)],
  );
  const known = new Map<string, string | undefined>();
  for (const { number } of rows) {
    const key = serialKey(number);
    known.set(key, known.has(key) ? undefined : number);
  }
  const spelt = (number: string): string =>
    rows.some((row) => row.number === number) ? number : (known.get(serialKey(number)) ?? number);
  return commands.map((command) => respelt(command, spelt));
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value))
    if (name === 'partNumber' && typeof inner === 'string') into.add(inner);
    else collect(inner, into);
}

/** The same, but for what is called `partNumber`, however deep. */
function respelt<T>(value: T, spelt: (number: string) => string): T;
function respelt(value: unknown, spelt: (number: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => respelt(item, spelt));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [
      name,
      name === 'partNumber' && typeof inner === 'string' ? spelt(inner) : respelt(inner, spelt),
    ]),
  );
}
