import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `openapi.json` with every reference replaced by what it refers to. */
export const keptDocument = (): unknown =>
  dereferenced(JSON.parse(readFileSync(join(__dirname, '../../openapi.json'), 'utf8')));

/**
 * The document with every `$ref` replaced by what it refers to, and what stands beside a reference put over that.
 * @throws {Error} where a reference leads nowhere
 */
export function dereferenced<T>(document: T): T;
export function dereferenced(document: unknown): unknown {
  const resolved = new Map<string, unknown>();
  const inlined = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inlined);
    if (!isRecord(value)) return value;
    const { $ref, ...beside } = value;
    if (typeof $ref !== 'string') return mapped(value);
    if (!resolved.has($ref)) resolved.set($ref, inlined(at(document, $ref)));
    const target = resolved.get($ref);
    return isRecord(target) ? { ...target, ...mapped(beside) } : target;
  };
  const mapped = (value: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inlined(inner)]));
  return inlined(document);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function at(document: unknown, ref: string): unknown {
  const found = ref
    .replace(/^#\//, '')
    .split('/')
    .reduce((value: unknown, name) => (isRecord(value) ? value[name] : undefined), document);
  if (found === undefined) throw new Error(`${ref} refers to nothing`);
  return found;
}
