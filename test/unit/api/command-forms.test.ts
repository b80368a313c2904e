import { describe, expect, it } from '@jest/globals';
import { Type, type TSchema } from '@sinclair/typebox';
import { commandForms } from '../../../api/case-commands/forms';
import { COMMAND_DATA } from '../../../api/case-commands/schema';
import { Closed, Id, Text } from '../../../api/http/schema/common';
import {
  asked,
  fieldsOf,
  FORM_KEYWORD,
  INPUTS,
  LOOK_UPS,
  type FormField,
  type FormSchema,
} from '../../../api/http/schema/form';
import { ORDER_COMMAND_DATA } from '../../../api/parts-orders/command-schema';
import { COMMAND_NAMES } from '../../../domain/case/names';
import { ORDER_COMMAND_NAMES } from '../../../domain/parts-order/names';
import type { Bilingual } from '../../../domain/bilingual';

const KINDS: readonly string[] = [...LOOK_UPS, ...INPUTS];
const HAN = /\p{Script=Han}/u;

const isInBoth = (words: Bilingual | undefined): boolean =>
  words !== undefined && words.en.trim() !== '' && !HAN.test(words.en) && HAN.test(words.zh);

/** Reasons why a form cannot ask for a field. */
function faultsOf({ path, schema }: FormField): readonly string[] {
  const note = schema[FORM_KEYWORD];
  if (!note) return [`${path}: has no label`];
  const faults: string[] = [];
  if (!isInBoth(note.label)) faults.push(`${path}: has no label in both languages`);
  if (note.help && !isInBoth(note.help)) faults.push(`${path}: has no help in both languages`);
  if (!KINDS.includes(note.kind)) faults.push(`${path}: is of no kind that a form knows`);
  const values = schema.enum ?? (typeof schema.const === 'string' ? [schema.const] : []);
  const hasWords = values.every((value) => isInBoth(note.options?.[value]));
  if (values.length > 0 && note.kind !== 'currency' && note.codes === undefined && !hasWords)
    faults.push(`${path}: a choice has no words`);
  return faults;
}

const faultsIn = (data: Readonly<Record<string, TSchema>>): readonly string[] =>
  Object.entries(data).flatMap(([type, schema]) =>
    fieldsOf(schema as FormSchema).flatMap((field) => faultsOf({ ...field, path: `${type}.${field.path}` })),
  );

describe('the forms of commands', () => {
  it.each([
    ['a case', COMMAND_DATA],
    ['a parts order', ORDER_COMMAND_DATA],
  ])('of %s have a label in both languages for each field, and words for each choice', (_, data) => {
    expect(faultsIn(data)).toEqual([]);
    expect(Object.values(data).flatMap((schema) => fieldsOf(schema as FormSchema)).length).toBeGreaterThan(
      20,
    );
  });

  it('have a name in both languages for each command', () => {
    const names: Readonly<Record<string, Bilingual>> = { ...ORDER_COMMAND_NAMES, ...COMMAND_NAMES };
    const unnamed = [...Object.keys(COMMAND_DATA), ...Object.keys(ORDER_COMMAND_DATA)].filter(
      (type) => !isInBoth(names[type]),
    );
    expect(unnamed).toEqual([]);
  });

  it('tell of a field without its words, wherever it stands', () => {
    const Bare = Closed({
      a: Text(10),
      list: asked('List', '列表', Type.Array(Closed({ b: Text(10) }))),
      either: asked('Either', '其一', Type.Union([Closed({ c: Text(10) }), Closed({ d: Text(10) })])),
      english: asked('English', 'English', Text(10)),
      choice: asked('Choice', '选择', Type.Unsafe<string>({ type: 'string', enum: ['x'] })),
    });
    expect(faultsIn({ lend: Bare })).toEqual([
      'lend.a: has no label',
      'lend.list[].b: has no label',
      'lend.either.c: has no label',
      'lend.either.d: has no label',
      'lend.english: has no label in both languages',
      'lend.choice: a choice has no words',
    ]);
  });

  it('are there for a command that is added, from its schema alone', () => {
    const lend = Closed({
      unitId: asked('Unit', '设备', Id, { kind: 'unit' }),
      until: asked('Until', '借至', Type.String({ format: 'date-time' })),
    });
    const [form] = commandForms({
      process: 'case',
      data: { lend },
      names: { lend: { en: 'lend', zh: '借出' } },
      permissionOf: () => 'case.dispatch',
    });
    expect(form).toEqual({
      process: 'case',
      type: 'lend',
      names: { en: 'lend', zh: '借出' },
      permission: 'case.dispatch',
      roles: expect.arrayContaining(['enquiry-clerk']),
      schema: {
        type: 'object',
        additionalProperties: false,
        required: ['unitId', 'until'],
        properties: {
          unitId: expect.objectContaining({
            'x-form': { label: { en: 'Unit', zh: '设备' }, kind: 'unit' },
          }),
          until: expect.objectContaining({
            'x-form': { label: { en: 'Until', zh: '借至' }, kind: 'instant' },
          }),
        },
      },
    });
  });
});
