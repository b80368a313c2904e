import { Type, type Static } from '@sinclair/typebox';
import { Bilingual, Nullable } from '../http/schema/common';

/** A command that a role of the caller may ever give. */
export const CommandOutlookSchema = Type.Object(
  {
    type: Type.String({ examples: ['dispatch'] }),
    names: Bilingual,
    allowed: Type.Boolean(),
    why: Nullable(
      Type.Object(
        {
          code: Type.String({ examples: ['CASE.WRONG_STAGE'] }),
          en: Type.String(),
          zh: Type.String(),
        },
        { title: 'WhyNot', description: 'Why it is refused now; null where it is allowed' },
      ),
    ),
  },
  { title: 'CommandOutlook' },
);
export type CommandOutlookView = Static<typeof CommandOutlookSchema>;

export const CommandOutlooks = Type.Array(CommandOutlookSchema, {
  description: 'The commands that a role of the caller may ever give: whether now, and why not',
});

export const OUTLOOK_EXAMPLE: CommandOutlookView[] = [
  { type: 'addNote', names: { en: 'add a note', zh: '添加备注' }, allowed: true, why: null },
  {
    type: 'resume',
    names: { en: 'resume', zh: '恢复' },
    allowed: false,
    why: { code: 'CASE.NOT_PAUSED', en: 'The case is not paused.', zh: '服务单未暂停。' },
  },
];
