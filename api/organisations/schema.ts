import { Type, type Static } from '@sinclair/typebox';
import { ORGANISATION_KINDS, SERVICE_LEVELS } from '../../domain/identity/roles';
import { Bilingual, Closed, literals, Nullable, Text } from '../http/schema/common';
import { PageOf, PAGING } from '../http/schema/paging';

export const OrganisationSchema = Type.Object(
  {
    id: Type.String({ examples: ['sh-pudong'] }),
    kind: literals(ORGANISATION_KINDS),
    name: Type.String({ description: "In the reader's language" }),
    names: Bilingual,
    parentId: Nullable(Type.String({ description: 'The centre of an outlet, headquarters of a centre' })),
    serviceLevel: Nullable(literals(SERVICE_LEVELS)),
    calendar: Type.String({ description: 'Code of the calendar with its working hours' }),
    provinces: Type.Array(Type.String(), { description: 'Provinces that it serves' }),
    city: Type.String(),
    phone: Type.String({ description: 'E.164' }),
    active: Type.Boolean({ description: 'False: closed; its name stands in old cases' }),
    isMine: Type.Boolean({ description: 'The caller works here' }),
  },
  { title: 'Organisation' },
);
export type OrganisationView = Static<typeof OrganisationSchema>;

export const OrganisationListQuery = Closed({
  kind: Type.Optional(literals(ORGANISATION_KINDS)),
  q: Type.Optional(Text(100, { description: 'Part of its name in either language, of its city or id' })),
  ...PAGING,
});
export type OrganisationListQuery = Static<typeof OrganisationListQuery>;

export const ORGANISATION_EXAMPLE: OrganisationView = {
  id: 'sh-pudong',
  kind: 'outlet',
  name: '上海浦东授权服务站',
  names: { en: 'Shanghai Pudong Service Outlet', zh: '上海浦东授权服务站' },
  parentId: 'east',
  serviceLevel: 'A',
  calendar: 'cn-service',
  provinces: ['上海'],
  city: '上海',
  phone: '+862150207131',
  active: true,
  isMine: false,
};

export const OrganisationPage = {
  ...PageOf(OrganisationSchema),
  title: 'OrganisationPage',
  examples: [{ items: [ORGANISATION_EXAMPLE], nextCursor: null }],
};
