/** The part of a parameter's schema that the test uses. */
export interface ParameterSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: ParameterSchema;
  readonly example?: unknown;
}

export interface Described {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: unknown;
  readonly isStream: boolean;
}

/** Written as it goes over the wire. */
const NUMBERS = [
  '0',
  '-1',
  '1',
  '2147483647',
  '2147483648',
  '-2147483649',
  '4294967296',
  '9007199254740991',
  '9007199254740993',
  '9223372036854775808',
  '-9223372036854775809',
  '1e308',
  '1e309',
  '0.5',
  'NaN',
  'Infinity',
  '0x10',
];
const INSTANTS = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00%2B14:00',
  '1899-12-31T23:59:59Z',
  '2016-12-31T23:59:60Z',
  '2026-02-30T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '%2B275760-09-13T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  '2026-11-22T00:00:00%2B23:59',
];
const DAYS = [
  '0000-01-01',
  '0001-01-01',
  '2026-02-30',
  '9999-12-31',
  '99999-01-01',
  '2199-12-31',
  '1900-01-01',
];
export const BLANK = ['', '%20', '%E2%80%8B'];
const TEXTS = [
  ...BLANK,
  'a'.repeat(100),
  'a'.repeat(2_500),
  '%F0%A0%AE%B7',
  '%25',
  '%5C',
  "'%20OR%201=1--",
  '%26%20%7C%20!%20:*%20%3C-%3E',
  '%28%28%28',
  '%5B%5D',
  '%7B%7D',
  'null',
  'true',
  '__proto__',
];
/** Bytes that no text may hold: NUL, half of a surrogate pair, an invalid first byte. */
export const BROKEN = ['a%00b', '%ED%A0%80', '%FF'];

/** A cursor with each of its values put to an extreme, the fingerprint of its list kept. */
export function forged(cursor: string): string[] {
  const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Array.isArray(parts)) return [];
  const values: readonly unknown[] = parts;
  const extremes = [
    null,
    true,
    0,
    1e308,
    '',
    'a\u0000b',
    '\ud800',
    'x'.repeat(300),
    [],
    {},
    '0000-01-01T00:00:00.000Z',
    '-271821-04-20T00:00:00.000Z',
    '+275760-09-13T00:00:00.000Z',
  ];
  return values.flatMap((_, at) =>
    at === 0
      ? []
      : extremes.map((extreme) =>
          Buffer.from(JSON.stringify(values.map((value, n) => (n === at ? extreme : value)))).toString(
            'base64url',
          ),
        ),
  );
}

const CURSORS = [
  'abc',
  'W10',
  'e30',
  'bnVsbA',
  Buffer.from('["x",1]').toString('base64url'),
  'A'.repeat(2_000),
];

/** Everything that is tried on a parameter, whatever it is for. */
export const extremesOf = ({ name }: Parameter, cursors: readonly string[]): readonly string[] => [
  ...NUMBERS,
  ...INSTANTS,
  ...DAYS,
  ...TEXTS,
  ...BROKEN,
  ...(name === 'cursor' ? [...CURSORS, ...cursors] : []),
];

const LEAVES: readonly unknown[] = [
  'a\u0000b',
  'a\ud800',
  '\u200b',
  'x'.repeat(30_000),
  0,
  -1,
  2 ** 31,
  2 ** 53,
  1e308,
  0.5,
  null,
  true,
  [],
  {},
];

/** Bodies with each leaf replaced by each extreme, labelled with the change. */
export function withExtremes(
  body: unknown,
): readonly { readonly body: unknown; readonly put: unknown; readonly at: string }[] {
  return leavesOf(body).flatMap((path) =>
    LEAVES.map((put) => ({ body: replaced(body, path, put), put, at: path.join('.') })),
  );
}

function leavesOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner).map((path) => [name, ...path]));
}

function replaced(value: unknown, [name, ...rest]: readonly string[], put: unknown): unknown {
  if (name === undefined) return put;
  if (Array.isArray(value))
    return value.map((item: unknown, n) => (String(n) === name ? replaced(item, rest, put) : item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      key === name ? replaced(inner, rest, put) : inner,
    ]),
  );
}
