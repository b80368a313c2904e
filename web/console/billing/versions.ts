import type { Standing } from '../administration/standing';

interface Version {
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** Standing of each version: of those in force today the latest counts, and those that gave way are past. @param versions the latest first. */
export function standingsOfSpans(versions: readonly Version[], now = Date.now()): readonly Standing[] {
  const hasEnded = ({ effectiveTo }: Version) => effectiveTo !== null && Date.parse(effectiveTo) <= now;
  const isToCome = ({ effectiveFrom }: Version) => Date.parse(effectiveFrom) > now;
  const counting = versions.findIndex((version) => !isToCome(version) && !hasEnded(version));
  return versions.map((version, n) => (isToCome(version) ? 'toCome' : n === counting ? 'inForce' : 'past'));
}

/** The version that is shown first: the one in force, else the next to come, else the last. */
export function shownOf(standings: readonly Standing[]): number {
  const inForce = standings.indexOf('inForce');
  return inForce === -1 ? Math.max(standings.lastIndexOf('toCome'), 0) : inForce;
}

/** Rows of one thing together, in the order in which they come. */
export function groupedBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()];
}
