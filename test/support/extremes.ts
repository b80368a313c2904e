import { Kind, OptionalKind, type TSchema } from '@sinclair/typebox';

/** A number from 0 up to, and not, `below`: the same ones in every run of the same seed. */
export type Chance = (below: number) => number;

export function chanceOf(seed: number): Chance {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const INSTANTS = [
  '0001-01-01T00:00:00Z',
  '1970-01-01T00:00:00.000Z',
  '2026-02-28T23:59:59.999+14:00',
  '2096-02-29T12:00:00Z',
  '9999-12-31T23:59:59.999Z',
];
const PIECES = ['漏油', 'a', '😀', '\n', "'); DROP TABLE x; --", 'ı', '𠮷', '"\\u0000"', '%s{reason}'];

/**
 * A value at the limits of what a schema lets through: the shortest and longest texts, lists and numbers. Names that have to be known are
 * taken from `known`, by the field's own.
 */
export function extreme(
  schema: TSchema,
  chance: Chance,
  known: Readonly<Record<string, readonly unknown[]>>,
  field = '',
): unknown {
  const pick = <T>(items: readonly T[]): T | undefined => items[chance(items.length)];
  const own = known[field];
  if (own && chance(8) > 0) return pick(own);
  if ('const' in schema) return schema['const'];
  if (isList(schema['enum'])) return pick(schema['enum']);
  const alternatives = [schema['anyOf'], schema['oneOf']].find(isList);
  if (alternatives) return extreme(pick(alternatives.filter(isSchema)) ?? schema, chance, known, field);
  switch (schema['type']) {
    case 'object': {
      const properties = Object.entries(isObject(schema['properties']) ? schema['properties'] : {});
      return Object.fromEntries(
        properties
          .filter(([, inner]) => isSchema(inner) && (!(OptionalKind in inner) || chance(2) === 0))
          .map(([name, inner]) => [name, isSchema(inner) ? extreme(inner, chance, known, name) : null]),
      );
    }
    case 'array': {
      const items = schema['items'];
      const lengths = [Number(schema['minItems'] ?? 0), Math.min(Number(schema['maxItems'] ?? 3), 50)];
      return isSchema(items)
        ? Array.from({ length: pick(lengths) ?? 0 }, () => extreme(items, chance, known, field))
        : [];
    }
    case 'integer':
    case 'number':
      return pick([Number(schema['minimum'] ?? 0), Number(schema['maximum'] ?? 2 ** 53 - 1), 1]);
    case 'boolean':
      return chance(2) === 0;
    case 'string':
      return schema['format'] === 'date-time' ? pick(INSTANTS) : text(schema, chance);
    default:
      return null;
  }
}

function text(schema: TSchema, chance: Chance): string {
  const most = Number(schema['maxLength'] ?? 64);
  const least = Number(schema['minLength'] ?? 0);
  const piece = PIECES[chance(PIECES.length)] ?? 'a';
  const long = piece.repeat(Math.floor(most / piece.length));
  const candidates = [
    chance(3) === 0 ? 'x'.repeat(Math.max(least, 1)) : long,
    'x'.repeat(most),
    'x1',
    'XX-2026-000001',
  ];
  const pattern = schema['pattern'];
  const fits = (one: string): boolean => typeof pattern !== 'string' || new RegExp(pattern, 'u').test(one);
  return candidates.find(fits) ?? 'x';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
/** A schema made by `Type.Unsafe` has no kind of its own. */
const isSchema = (value: unknown): value is TSchema =>
  isObject(value) && (Kind in value || 'type' in value || 'const' in value || 'enum' in value);
