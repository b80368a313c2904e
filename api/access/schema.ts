import { Type, type Static } from '@sinclair/typebox';
import { LANGUAGES } from '../../domain/bilingual';
import { PERMISSIONS } from '../../domain/identity/permissions';
import { ORGANISATION_KINDS, ROLES } from '../../domain/identity/roles';
import { Closed, Id, literals, Nullable, Secret, Text } from '../http/schema/common';

export const LoginBody = Closed(
  {
    login: Text(100, { examples: ['li.wei'] }),
    password: Secret(256),
    newPassword: Type.Optional(Secret(256)),
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
    kind: literals(ORGANISATION_KINDS),
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

const csrfExample = 'qYq0NQbHkb7sSgkM2mPzYJ6m2y8w0dVq1lqg5pC0m2E';
const CsrfToken = Type.String({
  description: 'Who comes by the session cookie sends it as X-CSRF-Token with everything but GET and HEAD',
});

export const LoginAnswer = Type.Object(
  {
    token: Type.String({ description: 'Send it as Authorization: Bearer …' }),
    expiresAt: Type.String({ format: 'date-time' }),
    csrfToken: CsrfToken,
    staff: StaffSchema,
  },
  {
    title: 'LoginAnswer',
    examples: [
      {
        token: 'eyJhbGciOiJIUzI1NiJ9…',
        expiresAt: '2026-11-22T13:30:00.000Z',
        csrfToken: csrfExample,
        staff: example,
      },
    ],
  },
);

const permissions = Object.keys(PERMISSIONS);

export const MeAnswer = Type.Object(
  {
    ...staffProperties,
    permissions: Type.Array(Type.String({ enum: permissions }), {
      description: 'What the roles of this person permit: what a console offers them',
    }),
    scope: Type.Object(
      {
        kind: literals(['all', 'region', 'outlet']),
        regionId: Type.Optional(Id),
        outletId: Type.Optional(Id),
      },
      { title: 'Scope', description: 'Which cases are in sight: all, those of a region, those of an outlet' },
    ),
    timeZone: Type.String({ description: 'IANA zone of the place where this person works' }),
    workflowUrl: Nullable(
      Type.String({
        description:
          "For those who may decode payloads, where Temporal's web UI is configured: address of a process's workflow, `{processId}` standing for the number of the case or parts order",
      }),
    ),
    session: Type.Object(
      {
        by: literals(['cookie', 'token']),
        endsAt: Nullable(
          Type.String({
            format: 'date-time',
            description: 'A session moves on while it is used; null: never',
          }),
        ),
        csrfToken: Nullable(CsrfToken),
      },
      { title: 'MySession' },
    ),
  },
  {
    title: 'Me',
    examples: [
      {
        ...example,
        permissions: ['case.read', 'case.arrive'],
        scope: { kind: 'outlet', outletId: 'sh-pudong' },
        timeZone: 'Asia/Shanghai',
        workflowUrl: null,
        session: { by: 'cookie', endsAt: '2026-11-22T13:30:00.000Z', csrfToken: csrfExample },
      },
    ],
  },
);
