import { describe, expect, it } from '@jest/globals';
import { Type, type TSchema } from '@sinclair/typebox';
import { readFileSync } from 'node:fs';
import { formDetail, formWords, fieldAtFault, type FormFault } from '../../../api/http/form-words';
import { validatorCompiler } from '../../../api/http/validation';
import { Closed, literals } from '../../../api/http/schema/common';
import { CommandBatch } from '../../../api/case-commands/schema';

/** The first fault of a body. */
function faultOf(schema: TSchema, body: unknown): FormFault {
  const validate = validatorCompiler({ schema, httpPart: 'body', method: 'POST', url: '/' });
  if (validate(body) !== false) throw new Error('It is valid');
  const [fault] = validate.errors ?? [];
  if (!fault) throw new Error('Nothing is told');
  return fault;
}
const given = (type: string, data: object) => ({ commands: [{ id: 'a-command-1', type, data }] });
const amount = (quantity: unknown) => ({ parts: [{ quantity }] });
const Parts = Closed({
  parts: Type.Array(Closed({ quantity: Type.Integer({ minimum: 1, maximum: 9 }) }), {
    minItems: 1,
    maxItems: 2,
  }),
});
const Named = Closed({
  name: Type.Optional(Type.String({ minLength: 2, maxLength: 4, pattern: '^[a-z]+$' })),
  share: Type.Optional(Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 })),
  kind: Type.Optional(literals(['a', 'b'])),
});

describe('A fault in the form of a request is told in words, with its field beside', () => {
  it.each<[TSchema, unknown, string, string, string]>([
    [Parts, amount('x'), 'parts.0.quantity', 'must be a whole number', '应为整数'],
    [Parts, amount(0), 'parts.0.quantity', 'must be 1 or more', '不得小于 1'],
    [Parts, amount(10), 'parts.0.quantity', 'must be 9 or less', '不得大于 9'],
    [Parts, { parts: [{}] }, 'parts.0.quantity', 'is missing', '缺失'],
    [Parts, { parts: [] }, 'parts', 'must not be empty', '不得为空'],
    [Parts, { parts: [1, 2, 3] }, 'parts', 'must have at most 2 entries', '至多 2 项'],
    [Parts, { parts: [], more: 1 }, 'more', 'is not a known field', '不是可填的字段'],
    [Parts, [], '', 'must be an object with fields', '应为含字段的对象'],
    [Named, { name: 'a' }, 'name', 'must have at least 2 characters', '至少 2 个字符'],
    [Named, { name: 'abcde' }, 'name', 'must have at most 4 characters', '至多 4 个字符'],
    [Named, { name: '12' }, 'name', 'does not have the required format', '格式不正确'],
    [Named, { share: 0 }, 'share', 'must be more than 0', '须大于 0'],
    [Named, { share: 1 }, 'share', 'must be less than 1', '须小于 1'],
    [Named, { kind: 'c' }, 'kind', 'must be one of: a, b', '应为以下之一：a, b'],
    [CommandBatch, given('nope', {}), 'commands.0.type', 'has the unknown type "nope"', '类型不存在：“nope”'],
    [CommandBatch, given('answer', {}), 'commands.0.data.text', 'is missing', '缺失'],
  ])('%# %j', (schema, body, field, en, zh) => {
    const fault = faultOf(schema, body);
    expect(fieldAtFault(fault)).toBe(field);
    expect(formWords(fault)).toEqual({ en, zh });
    expect(formDetail(fault)).toEqual(
      field === '' ? { en: `it ${en}`, zh } : { en: `a field ${en}`, zh: `有一项${zh}` },
    );
  });

  it('whatever the schemas of the API ask for', () => {
    const unknown = formWords({ keyword: 'none of these', instancePath: '', params: {} });
    const asked = keywordsIn(JSON.parse(readFileSync('openapi.json', 'utf8')));
    const wordsOf = (keyword: string) =>
      formWords({ keyword, instancePath: '', params: { limit: 2, type: 'string' } });
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((keyword) => wordsOf(keyword).en === unknown.en)).toEqual([]);
  });
});

/** Keywords of a schema that can fail by themselves. */
const KEYWORDS =
  /^(required|additionalProperties|type|(min|max)(Length|Items|Properties)|uniqueItems|(exclusiveM|m)(in|ax)imum|multipleOf|enum|const|discriminator|pattern|format|contains|propertyNames|not|if|dependentRequired)$/;

function keywordsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const found = Object.entries(value).flatMap(([name, inner]) => [
    ...(KEYWORDS.test(name) ? [name] : []),
    ...keywordsIn(inner),
  ]);
  return [...new Set(found)];
}
