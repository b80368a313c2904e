import { Type, type Static } from '@sinclair/typebox';
import { LANGUAGES } from '../../domain/bilingual';
import { PERMISSIONS } from '../../domain/identity/permissions';
import { ROLES } from '../../domain/identity/roles';
import { Closed, Id, literals, Secret, Text } from '../http/schema/common';

export const LoginBody = Closed(
  {
    login: Text(100, { examples: ['li.wei'] }),
    password: Secret(256),
  },
  { title: 'Login', examples: [{ login: 'li.wei', password: 'the password of li.wei' }] },
);

const staffProperties = {
  id: Id,
  nameEn: Type.String(),
  nameZh: Type.String(),
  roles: Type.Array(literals(ROLES)),
  organisation: Type.Object({
    id: Id,
    nameEn: Type.String(),
    nameZh: Type.String(),
    kind: literals(['hq', 'centre', 'outlet']),
  }),
  language: literals(LANGUAGES),
};

export const StaffSchema = Type.Object(staffProperties, { title: 'StaffMember' });
export type StaffView = Static<typeof StaffSchema>;

const example = {
  id: 'stf-027',
  nameEn: 'Li Wei',
  nameZh: '李巍',
  roles: ['repair-engineer'],
  organisation: {
    id: 'sh-pudong',
    nameEn: 'Shanghai Pudong Service Outlet',
    nameZh: '上海浦东授权服务站',
    kind: 'outlet',
  },
  language: 'zh',
};

export const LoginAnswer = Type.Object(
  {
    token: Type.String({ description: 'Send it as Authorization: Bearer …' }),
    expiresAt: Type.String({ format: 'date-time' }),
    staff: StaffSchema,
  },
  {
    title: 'LoginAnswer',
    examples: [{ token: 'eyJhbGciOiJIUzI1NiJ9…', expiresAt: '2026-11-22T13:30:00.000Z', staff: example }],
  },
);

const permissions = Object.keys(PERMISSIONS);

export const MeAnswer = Type.Object(
  {
    ...staffProperties,
    permissions: Type.Array(Type.String({ enum: permissions }), {
      description: 'What the roles of this person permit: what a console offers them',
    }),
  },
  { title: 'Me', examples: [{ ...example, permissions: ['case.read', 'case.arrive'] }] },
);
