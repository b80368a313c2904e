/** Where a schema takes properties that it does not name: the paths of its objects that are not closed. */
export function openObjects(schema: unknown, at: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap((inner, n) => openObjects(inner, `${at}/${n}`));
  const { type, properties, oneOf, additionalProperties, unevaluatedProperties }: Node = schema;
  // A choice that names no properties of its own is as closed as what can be chosen.
  const isObject =
    properties !== undefined || (oneOf === undefined && (type === 'object' || isListing(type)));
  const isClosed =
    additionalProperties !== undefined ? additionalProperties !== true : unevaluatedProperties === false;
  const inner = Object.entries(schema).flatMap(([name, one]) =>
    NOT_SCHEMAS.includes(name) ? [] : openObjects(one, `${at}/${name}`),
  );
  return isObject && !isClosed ? [at, ...inner] : inner;
}

interface Node {
  readonly type?: unknown;
  readonly properties?: unknown;
  readonly oneOf?: unknown;
  readonly additionalProperties?: unknown;
  readonly unevaluatedProperties?: unknown;
}

const NOT_SCHEMAS: readonly string[] = ['example', 'examples', 'default', 'enum', 'const', 'required'];

const isListing = (type: unknown): boolean => Array.isArray(type) && type.includes('object');
