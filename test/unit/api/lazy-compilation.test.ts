import { describe, expect, it } from '@jest/globals';
import { Type } from '@sinclair/typebox';
import { serializerAtOnce, serializerCompiler } from '../../../api/http/serialisation';
import { validatorAtOnce, validatorCompiler } from '../../../api/http/validation';

const at = { method: 'GET', url: '/', httpStatus: '200' };
const BROKEN = Type.Unsafe<unknown>({ type: 'no such type' });

describe('a route whose schemas are compiled when they are first used', () => {
  it('judges as they say, each time, and tells what is wrong', () => {
    const schema = Type.Object({ n: Type.Integer() }, { additionalProperties: false });
    const validate = validatorCompiler({ ...at, schema, httpPart: 'body' });
    expect(validate({ n: 1 })).toBe(true);
    expect(validate({ n: 'one' })).toBe(false);
    expect(validate.errors).toMatchObject([{ instancePath: '/n', keyword: 'type' }]);
    expect(validate({ n: 2 })).toBe(true);
    expect(validate.errors).toBeNull();
  });

  it('answers what its schema names, and nothing else', () => {
    const schema = Type.Object({ n: Type.Integer() }, { additionalProperties: false });
    const write = serializerCompiler({ ...at, schema });
    expect(write({ n: 1, secret: 'x' })).toBe('{"n":1}');
    expect(write({ n: 2 })).toBe('{"n":2}');
  });

  it('costs nothing before', () => {
    expect(() => validatorCompiler({ ...at, schema: BROKEN, httpPart: 'body' })).not.toThrow();
    expect(() => validatorCompiler({ ...at, schema: BROKEN, httpPart: 'body' })({})).toThrow();
  });

  it('is refused at once by those who look for a schema that cannot be', () => {
    expect(() => validatorAtOnce({ ...at, schema: BROKEN, httpPart: 'body' })).toThrow();
    expect(() => serializerAtOnce({ ...at, schema: BROKEN })).toThrow();
  });
});
