import { createHash } from 'node:crypto';
import { configure } from 'safe-stable-stringify';

const canonical = configure({ deterministic: true, bigint: false });

/** Where the chain of a process begins. */
export const genesis = (processId: string): string => createHash('sha256').update(processId).digest('hex');

/** Hash of an event and all before it: a row that is changed or missing breaks every hash after it. */
export const chainHash = (previous: string, event: object): string =>
  createHash('sha256').update(previous).update(canonicalJson(event)).digest('hex');

/** JSON with sorted keys and without undefined: the same text for the same data, wherever it comes from. */
export function canonicalJson(value: unknown): string {
  return canonical(value) ?? 'null';
}
