import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler, FastifySchema } from 'fastify';
import { FORM_KEYWORD } from './schema/form';
import { readerOf } from './schema/read-as';

/** Bodies mean what they say: "5" is not 5. `discriminator` gives the errors of the one variant that was meant. */
const strict = addFormats(
  new Ajv({
    removeAdditional: false,
    coerceTypes: false,
    discriminator: true,
    allErrors: false,
    allowUnionTypes: true,
    keywords: ['example', FORM_KEYWORD],
  }),
);
/** Query strings, headers and paths are all text: numbers, booleans and lists are read out of it. */
const lenient = addFormats(
  new Ajv({
    removeAdditional: false,
    coerceTypes: 'array',
    // Else 1e309, read as Infinity, is no number to Ajv, and passes by every bound.
    strictNumbers: false,
    useDefaults: true,
    allErrors: false,
    allowUnionTypes: true,
    keywords: ['example', FORM_KEYWORD],
  }),
);

type Validator = ReturnType<FastifySchemaCompiler<FastifySchema>>;
interface Judge {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}

/**
 * Compiled when it is first used: all of them together cost more than a second of a processor, at every start of the API, and most are not
 * used for long.
 */
export const validatorCompiler: FastifySchemaCompiler<FastifySchema> = (route): Validator => {
  let judge: Judge | undefined;
  const validate: Judge = Object.assign((data: unknown): boolean => {
    judge ??= compiled(route);
    const isValid = judge(data);
    validate.errors = judge.errors ?? null;
    return isValid;
  }, {});
  return validate;
};

/** Compiled at once: for those who look for a schema that cannot be. */
export const validatorAtOnce: FastifySchemaCompiler<FastifySchema> = (route) => compiled(route);

/** Texts are read as people mean them before their form is judged: what is blank then is missing. */
function compiled({ schema, httpPart }: Parameters<FastifySchemaCompiler<FastifySchema>>[0]): Judge {
  const validate: ValidateFunction = (httpPart === 'body' ? strict : lenient).compile(schema);
  const read = readerOf(schema);
  if (!read || httpPart === 'headers') return validate;
  const readAndValidate: { (data: unknown): boolean; errors: ErrorObject[] | null } = Object.assign(
    (data: unknown): boolean => {
      const isValid = validate(read(data));
      readAndValidate.errors = validate.errors ?? null;
      return isValid;
    },
    { errors: null },
  );
  return readAndValidate;
}
