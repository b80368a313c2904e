import { Type, type Static } from '@sinclair/typebox';
import { CODE_LISTS, type CodeList } from '../../domain/code-lists';
import { Bilingual } from '../http/schema/common';

const Code = Type.Object({ code: Type.String(), name: Bilingual }, { title: 'Code' });

const names = Object.keys(CODE_LISTS).filter((name): name is CodeList => Object.hasOwn(CODE_LISTS, name));
const Lists = Object.fromEntries(names.map((name) => [name, Type.Array(Code)])) as Record<
  CodeList,
  ReturnType<typeof Type.Array<typeof Code>>
>;

export const CodeLists = Type.Object(Lists, {
  title: 'CodeLists',
  description: 'By the name of a list: its codes in their order, each with its name in both languages',
});
export type CodeLists = Static<typeof CodeLists>;

export const CodesHeaders = Type.Object({ 'if-none-match': Type.Optional(Type.String({ maxLength: 400 })) });
