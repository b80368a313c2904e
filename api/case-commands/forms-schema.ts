import { Type, type Static } from '@sinclair/typebox';
import { ROLES } from '../../domain/identity/roles';
import { Bilingual, literals } from '../http/schema/common';

export const CommandFormSchema = Type.Object(
  {
    process: literals(['case', 'partsOrder']),
    type: Type.String({ examples: ['answer'] }),
    names: Bilingual,
    permission: Type.String({ examples: ['case.answer'] }),
    roles: Type.Array(literals(ROLES)),
    schema: Type.Record(Type.String(), Type.Unknown(), {
      description:
        'JSON Schema of `data`. Each field has `x-form`: `label` and `help` in both languages, `kind` (how it is filled in or looked up), and of a choice `codes` (the list of GET /v1/codes) or `options`',
    }),
  },
  { title: 'CommandForm' },
);
export type CommandForm = Static<typeof CommandFormSchema>;

export const CommandForms = Type.Object(
  { items: Type.Array(CommandFormSchema) },
  {
    title: 'CommandForms',
    examples: [
      {
        items: [
          {
            process: 'case',
            type: 'answer',
            names: { en: 'answer', zh: '答复' },
            permission: 'case.answer',
            roles: ['enquiry-clerk'],
            schema: {
              type: 'object',
              required: ['text'],
              additionalProperties: false,
              properties: {
                text: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 20_000,
                  'x-form': {
                    label: { en: 'Answer to the customer', zh: '给客户的答复' },
                    kind: 'text',
                  },
                },
              },
            },
          },
        ],
      },
    ],
  },
);

export const FormsHeaders = Type.Object({ 'if-none-match': Type.Optional(Type.String({ maxLength: 400 })) });
