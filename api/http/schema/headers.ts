import { Type, type TObject, type TProperties } from '@sinclair/typebox';

/** A mark on the schema of headers that only the document reads. */
const DOCUMENTED = Symbol('documented');

/**
 * Headers as they are read, and as the OpenAPI document tells of them: the lack or form of some has an answer of its own
 * (`PRECONDITION.REQUIRED`, `IDEMPOTENCY.KEY_REQUIRED`), so that the validator has to let them through.
 */
const headers = <T extends TProperties>(read: TObject<T>, documented: TProperties): TObject<T> =>
  Object.assign(read, { [DOCUMENTED]: Type.Object(documented) });

/** @returns the headers as the document tells of them. */
export function documentedHeaders(schema: unknown): unknown {
  const documented: unknown =
    typeof schema === 'object' && schema !== null ? Reflect.get(schema, DOCUMENTED) : undefined;
  return documented ?? schema;
}

const Tag = (description: string) =>
  Type.String({ pattern: '^"\\d{1,9}"$', maxLength: 11, description, examples: ['"12"'] });

/** Entity tag of a version, with the language of the answer or without. */
export const VERSION_TAG = '"(\\d{1,9})(?:-(?:zh|en))?"';

/** A change to a register names the version that was read; without it the answer is 428. */
export const WriteHeaders = headers(
  Type.Object({ 'if-match': Type.Optional(Type.String({ maxLength: 400 })) }),
  { 'if-match': Tag('ETag of what was read: without it 428, and 412 where it has changed since') },
);

/** Commands may name the version that was read: the batch is refused where there is a later one. */
export const CommandHeaders = headers(Type.Object({ 'if-match': Type.Optional(Type.String()) }), {
  'if-match': Type.Optional(
    Type.String({
      pattern: `^(${VERSION_TAG}|\\*)$`,
      maxLength: 14,
      description: 'ETag of what was read: the batch is refused with 412 where it has changed since',
      examples: ['"12"'],
    }),
  ),
});

/** 8 to 200 printable ASCII characters without blanks. */
export const IDEMPOTENCY_KEY = '^[\\x21-\\x7e]{8,200}$';
const KEY_EXAMPLE = '6f1c8f0e-5f0a-4b7e-9a53-0d5d1b3d6a10';

/** A registration is done once by its key. */
export const IdempotencyHeaders = headers(Type.Object({ 'idempotency-key': Type.Optional(Type.String()) }), {
  'idempotency-key': Type.String({
    pattern: IDEMPOTENCY_KEY,
    minLength: 8,
    maxLength: 200,
    description:
      '8 to 200 printable ASCII characters without blanks; the same when sending the request again',
    examples: [KEY_EXAMPLE],
  }),
});
