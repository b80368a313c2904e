import { canonicalJson } from '../hash-chain';
import type { Difference } from '../process-kind';

/** Field by field, what a row holds against what it should; a row that is missing is one difference. */
export function compareRow(table: string, expected: object, actual: object | null): readonly Difference[] {
  if (actual === null) return [{ field: table, expected: 'a row', actual: 'none' }];
  const held = new Map<string, unknown>(Object.entries(actual));
  const wanted: readonly [string, unknown][] = Object.entries(expected);
  return wanted
    .filter(([field, value]) => canonicalJson(value) !== canonicalJson(held.get(field)))
    .map(([field, value]) => ({ field: `${table}.${field}`, expected: value, actual: held.get(field) }));
}

/** Rows of one process against what they should be, matched by a key. */
export function compareRows(
  table: string,
  expected: ReadonlyMap<string, object>,
  actual: ReadonlyMap<string, object>,
): readonly Difference[] {
  const differences = [...expected].flatMap(([key, row]) =>
    compareRow(`${table}[${key}]`, row, actual.get(key) ?? null),
  );
  const surplus = [...actual.keys()].filter((key) => !expected.has(key));
  return [
    ...differences,
    ...surplus.map((key) => ({ field: `${table}[${key}]`, expected: 'none', actual: 'a row' })),
  ];
}
