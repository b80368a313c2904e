import { Type, type TObject, type TProperties, type TSchema, type TString } from '@sinclair/typebox';
import { nameOfList } from './list-names';
import { readAs } from './read-as';

/**
 * Text without control characters except tab and line breaks, and without halves of surrogate pairs:
 * PostgreSQL cannot store NUL or a lone surrogate, and the others are never intended. (The validator reads
 * patterns as Unicode.)
 */
const NO_CONTROL = '^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F\\uD800-\\uDFFF]*$';

/** @param maxLength in UTF-16 units. */
export const Text = (
  maxLength: number,
  options: { minLength?: number; description?: string; examples?: string[] } = {},
): TString => readAs('text', Type.String({ minLength: 1, maxLength, pattern: NO_CONTROL, ...options }));

/** A serial number or the like as people write it; shown in half-width, with plain hyphens. */
export const Code = (...[maxLength, options]: Parameters<typeof Text>): TString =>
  readAs('code', Type.String({ minLength: 1, maxLength, pattern: NO_CONTROL, ...options }));

/** Not normalised: a changed password would lock its owner out. */
export const Secret = (maxLength: number): TString =>
  Type.String({ minLength: 1, maxLength, pattern: NO_CONTROL });

/** A number of the parts register, in any spelling. */
export const PartNumber = readAs(
  'part',
  Type.String({ title: 'PartNumber', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' }),
);

export const literals = <const T extends readonly string[]>(
  values: T,
  options: { description?: string } = {},
) => Type.Unsafe<T[number]>(Type.String({ ...nameOfList(values), enum: [...values], ...options }));

/** ISO-8601 with an offset; normalised to UTC with milliseconds on entry. */
export const Instant = (description?: string): TString =>
  Type.String({ format: 'date-time', maxLength: 40, ...(description && { description }) });

/** An object that refuses unknown fields: a misspelt field is reported, not lost. */
export const Closed = <T extends TProperties>(properties: T, options: object = {}): TObject<T> =>
  Type.Object(properties, { additionalProperties: false, ...options });

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const Bilingual = Type.Object({ en: Type.String(), zh: Type.String() }, { title: 'Bilingual' });

/** Why there is a follow-up. */
export const REASON_FIELDS = {
  reason: Type.String({ description: 'As a person wrote it; where nobody did, in English' }),
  reasonNames: Type.Object(Bilingual.properties, {
    description: 'In both languages; what a person wrote is the same in both',
  }),
};

export const CaseNumber = readAs(
  'capitals',
  Type.String({
    title: 'CaseNumber',
    pattern: '^AS-\\d{4}-\\d{6,9}$',
    maxLength: 20,
    examples: ['AS-2026-000001'],
  }),
);
export const OrderNumber = readAs(
  'capitals',
  Type.String({
    title: 'PartsOrderNumber',
    pattern: '^PO-\\d{4}-\\d{6,9}$',
    maxLength: 20,
    examples: ['PO-2026-000001'],
  }),
);
export const Id = Type.String({ title: 'Id', pattern: '^[\\w.:-]+$', minLength: 1, maxLength: 64 });

/** The id of a command as its sender gives it. */
export const CommandId = Type.String({
  title: 'CommandId',
  pattern: '^[\\w.:-]{8,100}$',
  description:
    'New for each command, the same when sending it again: a UUID will do. Ids that the system gives itself are refused (COMMAND.ID_RESERVED)',
});

const ProblemSchema = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String({ description: 'Stable code, such as CASE.WRONG_STAGE' }),
    instance: Type.Optional(Type.String()),
    traceId: Type.Optional(Type.String()),
    params: Type.Record(Type.String(), Type.Unknown()),
    errors: Type.Array(Type.Object({ field: Type.String(), reason: Type.String() })),
  },
  { title: 'Problem', description: 'RFC 9457' },
);

export const problemResponse = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemSchema } },
});

/** Problems that any route can answer with. */
export const PROBLEMS = {
  400: problemResponse('REQUEST.INVALID: which field, why'),
  401: problemResponse('AUTH.REQUIRED, AUTH.TOKEN_INVALID, AUTH.SESSION_ENDED'),
  403: problemResponse('AUTH.FORBIDDEN: the role lacks the permission; AUTH.CSRF_TOKEN_REQUIRED'),
  404: problemResponse('RESOURCE.NOT_FOUND: does not exist, or not for you'),
  503: problemResponse('DATABASE.UNAVAILABLE'),
};
