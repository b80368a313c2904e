import { describe, expect, it } from '@jest/globals';
import { Type } from '@sinclair/typebox';
import { knownField } from '../../../api/http/known-field';

const schema = {
  querystring: Type.Object({ q: Type.Optional(Type.String()) }),
  body: Type.Object({ commands: Type.Array(Type.Object({ data: Type.Object({ note: Type.String() }) })) }),
};

describe('a field at fault, for the log', () => {
  it.each(['q', 'commands', 'commands.0.data.note'])('%s is one of the route', (field) => {
    expect(knownField(field, schema)).toBe(field);
  });

  it.each(['Quillfeather', 'commands.0.data.+8613800000000', 'q.Chen'])(
    '%s is a name that the caller made up, and is left out',
    (field) => {
      expect(knownField(field, schema)).toBeUndefined();
    },
  );

  it('without a route or a field there is none', () => {
    expect(knownField('q', undefined)).toBeUndefined();
    expect(knownField(undefined, schema)).toBeUndefined();
  });
});
