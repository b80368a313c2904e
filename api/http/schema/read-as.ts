import { normaliseCode, normaliseText } from '../../../domain/text/normalise';

/**
 * How a text is read before it is checked. `text`: what people write. `code`: a number that stands on a plate or a paper.
 * `capitals`: the same, always in capitals (the number of a case). `part`: a code without blanks. What has no mark is taken to the
 * letter: ids of commands, passwords, keys.
 */
export type ReadAs = 'text' | 'code' | 'capitals' | 'part';

/** A mark on a schema that only this reads: no validator, nor the OpenAPI document. */
const READ_AS = Symbol('read as');

/** The schema of a text, marked with how it is read. */
export const readAs = <T extends object>(how: ReadAs, schema: T): T =>
  Object.assign(schema, { [READ_AS]: how });

const READERS: Readonly<Record<ReadAs, (text: string) => string>> = {
  text: normaliseText,
  code: normaliseCode,
  capitals: (text) => normaliseCode(text).toUpperCase(),
  part: (text) => normaliseCode(text).replaceAll(' ', '-'),
};

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Stands for a text of which nothing is left. */
const BLANK = Symbol('blank');
type Reader = (value: unknown) => unknown;

/**
 * Builds the reader that normalises input of a schema, the only place that does. A blank field counts as left
 * out, or as null when null is allowed. Changes the data in place. Undefined when the schema has no text.
 */
export function readerOf(schema: unknown): Reader | undefined {
  const reader = readerFor(schema);
  return reader && ((data) => orEmpty(reader(data)));
}

/** Where nothing can be left out, an empty text is for the schema to refuse. */
const orEmpty = (read: unknown): unknown => (read === BLANK ? '' : read);

function readerFor(schema: unknown): Reader | undefined {
  if (!isPlainObject(schema)) return undefined;
  const how: unknown = Reflect.get(schema, READ_AS);
  if (isReadAs(how)) return (value) => (typeof value === 'string' ? READERS[how](value) || BLANK : value);
  const readers = [
    readerOfVariants(schema),
    ...listOf(schema['allOf']).map(readerFor),
    readerOfFields(schema),
    readerOfItems(schema['items']),
  ].filter((reader) => reader !== undefined);
  return readers.length === 0
    ? undefined
    : (value) => readers.reduce((read: unknown, reader) => (read === BLANK ? read : reader(read)), value);
}

const isReadAs = (value: unknown): value is ReadAs =>
  typeof value === 'string' && Object.hasOwn(READERS, value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Reader of the variant that the discriminator names, else of the value's own type. */
function readerOfVariants(schema: Readonly<Record<string, unknown>>): Reader | undefined {
  const variants = [...listOf(schema['oneOf']), ...listOf(schema['anyOf'])].filter(isPlainObject);
  const readers = variants.map((variant) => ({ variant, reader: readerFor(variant) }));
  if (readers.every(({ reader }) => reader === undefined)) return undefined;
  const isNullable = variants.some(({ type }) => type === 'null');
  const discriminator = isPlainObject(schema['discriminator'])
    ? schema['discriminator']['propertyName']
    : undefined;
  return (value) => {
    const meant = readers.find(({ variant }) => isMeant(variant, value, discriminator));
    const read = meant?.reader ? meant.reader(value) : value;
    return read === BLANK && isNullable ? null : read;
  };
}

function isMeant(
  variant: Readonly<Record<string, unknown>>,
  value: unknown,
  discriminator: unknown,
): boolean {
  const kind = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  if (variant['type'] !== kind) return false;
  if (kind !== 'object' || !isPlainObject(value) || !isPlainObject(variant['properties'])) return true;
  const { properties } = variant;
  const names = typeof discriminator === 'string' ? [discriminator] : Object.keys(properties);
  return names.every((name) => {
    const property = properties[name];
    return !isPlainObject(property) || !('const' in property) || property['const'] === value[name];
  });
}

function readerOfFields({
  properties,
  patternProperties,
  additionalProperties,
  minProperties,
}: Readonly<Record<string, unknown>>): Reader | undefined {
  const named = new Map(
    Object.entries(isPlainObject(properties) ? properties : {}).flatMap(([name, schema]) => {
      const reader = readerFor(schema);
      return reader ? [[name, reader] as const] : [];
    }),
  );
  const [pattern] = Object.values(isPlainObject(patternProperties) ? patternProperties : {});
  const other = readerFor(pattern ?? additionalProperties);
  if (named.size === 0 && !other) return undefined;
  return (value) => {
    if (!isPlainObject(value)) return value;
    for (const name of Object.keys(value)) {
      const reader = named.get(name) ?? other;
      const read = reader ? reader(value[name]) : value[name];
      // In a correction, blank means removal: a field that may not be null is refused instead of left
      // unchanged.
      if (read === BLANK && minProperties === undefined) Reflect.deleteProperty(value, name);
      else if (read === BLANK) value[name] = '';
      else if (read !== value[name]) value[name] = read;
    }
    return value;
  };
}

function readerOfItems(items: unknown): Reader | undefined {
  const reader = readerFor(items);
  if (!reader) return undefined;
  return (value) => {
    if (!Array.isArray(value)) return value;
    const list: unknown[] = value;
    for (const [index, item] of list.entries()) list[index] = orEmpty(reader(item));
    return list;
  };
}
