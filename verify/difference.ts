import type { Difference } from '../activities/process-kind';

/** Where one process is not what its events say. */
export interface ProcessDifference extends Difference {
  readonly processId: string;
  /** The event it is about; for what shows a state, the last event. 0 where there is none. */
  readonly seq: number;
}

/** A difference of the process that is being looked at. */
export type SeqDifference = Omit<ProcessDifference, 'processId'>;

/** A text or a state may be long; `--json` has all of it. UTF-16 units. */
const SHOWN_LENGTH = 200;

/** `AS-2026-000001 seq 7 field state.priority: expected "high", actual "low"`. */
export const formatDifference = ({ processId, seq, field, expected, actual }: ProcessDifference): string =>
  `${processId} seq ${seq} field ${field}: expected ${shown(expected)}, actual ${shown(actual)}`;

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length <= SHOWN_LENGTH ? text : `${text.slice(0, SHOWN_LENGTH)}…`;
}

/** Every place where two JSON values differ, named by its path from `path`; what JSON leaves out counts as absent. */
export function deepDifferences(path: string, expected: unknown, actual: unknown): readonly Difference[] {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return Array.from({ length: Math.max(expected.length, actual.length) }).flatMap((_, index) =>
      deepDifferences(`${path}[${index}]`, expected[index], actual[index]),
    );
  }
  if (isObject(expected) && isObject(actual)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...keys].flatMap((key) => deepDifferences(`${path}.${key}`, expected[key], actual[key]));
  }
  return Object.is(expected, actual) ? [] : [{ field: path, expected, actual }];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
