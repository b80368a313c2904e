import { Type, type Static } from '@sinclair/typebox';
import { LANGUAGES } from '../../domain/bilingual';
import { ROLES } from '../../domain/identity/roles';
import { Closed, Id, literals, Nullable, Text } from '../http/schema/common';
import { At } from '../http/schema/paging';

/** As it is typed at the login, where upper and lower case count as the same. */
const Login = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9._@-]{1,63}$',
  maxLength: 64,
  examples: ['li.wei'],
});
const Roles = Type.Array(literals(ROLES), { minItems: 1, maxItems: ROLES.length, uniqueItems: true });
const Skills = Type.Array(Text(60, { examples: ['oil-injected-screw'] }), {
  maxItems: 40,
  uniqueItems: true,
  description: 'Families of products that they repair',
});
const Subject = Nullable(
  Type.String({
    pattern: '^[\\x20-\\x7e]{1,255}$',
    maxLength: 255,
    description: 'Subject of their tokens, where an OpenID Connect issuer lets people in',
  }),
);

const FIELDS = {
  login: Login,
  nameEn: Text(200),
  nameZh: Text(200),
  organisationId: Id,
  roles: Roles,
  language: literals(LANGUAGES),
  email: Text(254),
  phone: Text(40),
};

const EXAMPLE = {
  login: 'li.wei',
  nameEn: 'Li Wei',
  nameZh: '李巍',
  organisationId: 'sh-pudong',
  roles: ['repair-engineer' as const],
  language: 'zh' as const,
  email: 'li.wei@shuochuan.example',
  phone: '+8618805107289',
  skills: ['oil-injected-screw'],
};

export const NewStaff = Closed(
  { ...FIELDS, skills: Type.Optional(Skills), subject: Type.Optional(Subject) },
  { title: 'NewStaff', examples: [EXAMPLE] },
);
export type NewStaff = Static<typeof NewStaff>;

export const StaffPatch = Closed(
  {
    ...Type.Partial(Type.Object({ ...FIELDS, skills: Skills, subject: Subject })).properties,
    active: Type.Optional(
      Type.Boolean({ description: 'False: they no longer work here, and are logged out' }),
    ),
    leavesWork: Type.Optional(
      Type.Boolean({ description: 'With `active: false`: although work is in their hands still' }),
    ),
  },
  { title: 'StaffPatch', minProperties: 1, examples: [{ phone: '+8618805107290' }] },
);
export type StaffPatch = Static<typeof StaffPatch>;

export const WORK_KINDS = ['visit', 'case', 'order', 'task'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export const StaffRecord = Type.Object(
  {
    id: Type.String(),
    ...FIELDS,
    login: Type.String(),
    organisationId: Type.String(),
    roles: Type.Array(literals(ROLES)),
    skills: Type.Array(Type.String()),
    subject: Nullable(Type.String()),
    active: Type.Boolean(),
    version: Type.Integer({ description: 'The ETag' }),
    password: literals(['none', 'temporary', 'own'], {
      description: 'temporary: given by an administrator, and good for choosing their own',
    }),
    passwordUntil: Nullable(At),
    mayAdminister: Type.Boolean({ description: 'The caller may correct the entry and give a password' }),
    rolesToGive: Type.Array(literals(ROLES), { description: 'Roles that the caller may give and take' }),
    work: Type.Array(
      Type.Object(
        { kind: literals(WORK_KINDS), number: Type.String(), at: Nullable(At) },
        { title: 'WorkInHand' },
      ),
      { description: 'Visits ahead, open cases and orders, and tasks of others, that are theirs by name' },
    ),
    lastInRole: Type.Array(literals(ROLES), {
      description: 'Roles that only they have at their organisation: their tasks would fall to no one there',
    }),
  },
  {
    title: 'StaffRecord',
    examples: [
      {
        id: 'stf-027',
        ...EXAMPLE,
        subject: null,
        active: true,
        version: 1,
        password: 'own',
        passwordUntil: null,
        mayAdminister: true,
        rolesToGive: ['repair-engineer'],
        work: [{ kind: 'visit', number: 'AS-2026-000001', at: '2026-11-23T01:00:00.000Z' }],
        lastInRole: [],
      },
    ],
  },
);
export type StaffRecord = Static<typeof StaffRecord>;

export const TemporaryPassword = Type.Object(
  {
    password: Type.String({ description: 'Shown in this answer alone; kept nowhere' }),
    until: At,
  },
  {
    title: 'TemporaryPassword',
    examples: [{ password: 'k7mx-p2qd-w9ht-r4cn', until: '2026-11-29T01:00:00.000Z' }],
  },
);
