import { Type, type Static } from '@sinclair/typebox';
import { ORGANISATION_KINDS, SERVICE_LEVELS } from '../../domain/identity/roles';
import { Closed, Id, literals, Nullable, Text } from '../http/schema/common';

/** A word of any script: whatever else is pasted in is none. */
const Province = Type.String({
  minLength: 1,
  maxLength: 60,
  pattern: "^\\p{L}[\\p{L}\\p{M} .'’()-]*$",
  examples: ['上海'],
});

const FIELDS = {
  nameEn: Text(200),
  nameZh: Text(200),
  parentId: Id,
  serviceLevel: literals(SERVICE_LEVELS),
  calendar: Text(60, {
    description: 'Code of a calendar: its working hours and time zone',
    examples: ['cn-service'],
  }),
  provinces: Type.Array(Province, { maxItems: 60, uniqueItems: true }),
  city: Text(60),
  phone: Text(40),
};
const AreaCode = Nullable(
  Type.String({
    pattern: '^0\\d{1,5}$',
    maxLength: 6,
    description: 'With its trunk zero: local numbers are dialled within it',
    examples: ['021'],
  }),
);

const EXAMPLE = {
  nameEn: 'Ningbo Service Outlet',
  nameZh: '宁波授权服务站',
  parentId: 'east',
  serviceLevel: 'B' as const,
  calendar: 'cn-service',
  provinces: ['浙江'],
  city: '宁波',
  phone: '+8657485207100',
};

export const NewOrganisation = Closed(
  {
    id: Type.String({
      pattern: '^[a-z][a-z0-9-]{1,39}$',
      maxLength: 40,
      description: 'Its code in the registers and addresses, for good',
      examples: ['ningbo'],
    }),
    kind: literals(['centre', 'outlet']),
    ...FIELDS,
    areaCode: Type.Optional(AreaCode),
  },
  { title: 'NewOrganisation', examples: [{ id: 'ningbo', kind: 'outlet', ...EXAMPLE, areaCode: '0574' }] },
);
export type NewOrganisation = Static<typeof NewOrganisation>;

export const OrganisationPatch = Closed(
  {
    ...Type.Partial(Type.Object(FIELDS)).properties,
    areaCode: Type.Optional(AreaCode),
    active: Type.Optional(Type.Boolean({ description: 'False: closed, once nothing is there any more' })),
  },
  { title: 'OrganisationPatch', minProperties: 1, examples: [{ city: '宁波' }] },
);
export type OrganisationPatch = Static<typeof OrganisationPatch>;

export const OrganisationRecord = Type.Object(
  {
    id: Type.String(),
    kind: literals(ORGANISATION_KINDS),
    nameEn: Type.String(),
    nameZh: Type.String(),
    parentId: Nullable(Type.String()),
    serviceLevel: Nullable(literals(SERVICE_LEVELS)),
    calendar: Type.String(),
    provinces: Type.Array(Type.String()),
    city: Type.String(),
    phone: Type.String(),
    areaCode: Nullable(Type.String()),
    active: Type.Boolean(),
    version: Type.Integer({ description: 'The ETag' }),
    use: Type.Object(
      {
        people: Type.Integer(),
        organisations: Type.Integer({ description: 'Open ones that belong to it' }),
        cases: Type.Integer({ description: 'That are not ended' }),
        orders: Type.Integer({ description: 'Of parts, that are not ended' }),
        customers: Type.Integer({ description: 'Of its region' }),
      },
      {
        title: 'OrganisationUse',
        description: 'What has to go elsewhere before it can be closed, besides its stock',
      },
    ),
  },
  {
    title: 'OrganisationRecord',
    examples: [
      {
        id: 'ningbo',
        kind: 'outlet',
        ...EXAMPLE,
        areaCode: '0574',
        active: true,
        version: 1,
        use: { people: 2, organisations: 0, cases: 3, orders: 0, customers: 0 },
      },
    ],
  },
);
export type OrganisationRecord = Static<typeof OrganisationRecord>;
