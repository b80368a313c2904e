import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler, FastifySchema } from 'fastify';

/** Bodies mean what they say: "5" is not 5. `discriminator` gives the errors of the one variant that was meant. */
const strict = addFormats(
  new Ajv({
    removeAdditional: false,
    coerceTypes: false,
    discriminator: true,
    allErrors: false,
    allowUnionTypes: true,
    keywords: ['example'],
  }),
);
/** Query strings, headers and paths are all text: numbers, booleans and lists are read out of it. */
const lenient = addFormats(
  new Ajv({
    removeAdditional: false,
    coerceTypes: 'array',
    useDefaults: true,
    allErrors: false,
    allowUnionTypes: true,
    keywords: ['example'],
  }),
);

export const validatorCompiler: FastifySchemaCompiler<FastifySchema> = ({
  schema,
  httpPart,
}): ValidateFunction => (httpPart === 'body' ? strict : lenient).compile(schema);
