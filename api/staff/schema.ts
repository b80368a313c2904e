import { Type, type Static } from '@sinclair/typebox';
import { LANGUAGES } from '../../domain/bilingual';
import { ORGANISATION_KINDS, ROLES } from '../../domain/identity/roles';
import { Bilingual, Closed, Id, literals, Text } from '../http/schema/common';
import { PageOf, PAGING } from '../http/schema/paging';

export const StaffSchema = Type.Object(
  {
    id: Type.String({ examples: ['stf-027'] }),
    name: Type.String({ description: "In the reader's language" }),
    names: Bilingual,
    organisation: Type.Object({
      id: Type.String(),
      kind: literals(ORGANISATION_KINDS),
      name: Type.String({ description: "In the reader's language" }),
    }),
    roles: Type.Array(literals(ROLES)),
    skills: Type.Array(Type.String(), { description: 'Families of products that they repair' }),
    language: literals(LANGUAGES),
    phone: Type.String({ description: 'E.164' }),
    email: Type.String(),
    active: Type.Boolean({ description: 'False: no longer works here; their name stands in old cases' }),
    takesCases: Type.Boolean({ description: 'A case can be handed over to them' }),
  },
  { title: 'Colleague' },
);
export type StaffView = Static<typeof StaffSchema>;

export const StaffListQuery = Closed({
  role: Type.Optional(literals(ROLES)),
  organisationId: Type.Optional(
    Type.Union([Id], { description: 'Those of an organisation and of what is below it' }),
  ),
  skill: Type.Optional(Text(60, { description: 'A family of products', examples: ['oil-injected-screw'] })),
  q: Type.Optional(Text(100, { description: 'Part of a name in either language, or of an address' })),
  active: Type.Optional(Type.Boolean({ description: 'Default: true' })),
  ...PAGING,
});
export type StaffListQuery = Static<typeof StaffListQuery>;

export const STAFF_EXAMPLE: StaffView = {
  id: 'stf-027',
  name: '李巍',
  names: { en: 'Li Wei', zh: '李巍' },
  organisation: { id: 'sh-pudong', kind: 'outlet', name: '上海浦东授权服务站' },
  roles: ['repair-engineer'],
  skills: ['oil-injected-screw', 'refrigerated-dryer'],
  language: 'zh',
  phone: '+8618805107289',
  email: 'li.wei@shuochuan.example',
  active: true,
  takesCases: false,
};

export const StaffAnswer = { ...StaffSchema, examples: [STAFF_EXAMPLE] };
export const StaffPage = {
  ...PageOf(StaffSchema),
  title: 'ColleaguePage',
  examples: [{ items: [STAFF_EXAMPLE], nextCursor: null }],
};
