import type { FastifySchema } from 'fastify';

const namesOf = new WeakMap<FastifySchema, ReadonlySet<string>>();

/**
 * The path of a field where the schema of its route names each part of it; undefined for a name that the caller made up, which may be
 * personal data and has no place in a log.
 */
export function knownField(field: string | undefined, schema: FastifySchema | undefined): string | undefined {
  if (field === undefined || schema === undefined) return undefined;
  let names = namesOf.get(schema);
  if (names === undefined) {
    names = new Set(propertyNames([schema.body, schema.querystring, schema.params, schema.headers]));
    namesOf.set(schema, names);
  }
  const known = names;
  return field.split('.').every((part) => /^\d+$/.test(part) || known.has(part)) ? field : undefined;
}

function propertyNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => [
    ...(key === 'properties' && typeof value === 'object' && value !== null ? Object.keys(value) : []),
    ...propertyNames(value),
  ]);
}
