import { Type, type Static } from '@sinclair/typebox';
import { LANGUAGES } from '../../domain/bilingual';
import { CaseSummary } from '../cases/schema';
import { Closed, Id, literals, Nullable, Text } from '../http/schema/common';
import { Elsewhere } from '../requests/elsewhere-schema';
import { At, PageOf, PAGING } from '../http/schema/paging';
import { UnitSchema } from '../units/schema';

export const CUSTOMER_KINDS = ['customer', 'dealer'] as const;
export const CUSTOMER_STATUSES = ['active', 'prospect'] as const;
export const CONTACT_KINDS = ['phone', 'email'] as const;

const ContactSchema = Type.Object(
  {
    kind: literals(CONTACT_KINDS),
    value: Type.String({ description: 'E.164, or an address in lower case', examples: ['+8613812345678'] }),
    name: Nullable(Type.String()),
  },
  { title: 'Contact' },
);

const SUMMARY = {
  id: Type.String(),
  number: Type.String({ examples: ['C-000001'] }),
  kind: Type.String({ examples: [...CUSTOMER_KINDS] }),
  status: literals(CUSTOMER_STATUSES, {
    description: 'A prospect is a sender whose file a clerk still has to complete',
  }),
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  language: literals(LANGUAGES),
  regionId: Nullable(Type.String()),
  province: Nullable(Type.String()),
  city: Nullable(Type.String()),
  address: Nullable(Type.String()),
  contacts: Type.Array(ContactSchema),
  version: Type.Integer({ description: 'The ETag' }),
  createdAt: At,
};

export const CustomerSummary = Type.Object(SUMMARY, { title: 'CustomerSummary' });
export type CustomerSummary = Static<typeof CustomerSummary>;

export const CustomerDetail = Type.Object(
  {
    ...SUMMARY,
    learned: Type.Array(
      Type.Object({
        kind: literals(CONTACT_KINDS),
        value: Type.String(),
        at: At,
        by: Type.String(),
        from: Type.String({ description: 'The case in which the caller was identified' }),
      }),
      {
        description: 'Which of the contacts identifying a caller taught; the others were typed into the file',
      },
    ),
    units: Type.Array(UnitSchema),
    openCases: Type.Array(CaseSummary, {
      description: 'Those that the caller sees, latest first, 100 at most',
    }),
  },
  { title: 'CustomerDetail' },
);

const example: CustomerSummary = {
  id: 'cus-0001',
  number: 'C-000001',
  kind: 'customer',
  status: 'active',
  name: '上海澜汀食品有限公司',
  nameEn: 'Shanghai Lanting Foods Co., Ltd.',
  language: 'zh',
  regionId: 'east',
  province: '上海',
  city: '上海',
  address: '上海市奉贤区汀浦路 268 号',
  contacts: [{ kind: 'phone', value: '+862157418260', name: null }],
  version: 1,
  createdAt: '2021-03-14T16:00:00.000Z',
};
const units: unknown = UnitSchema.examples;
export const CustomerDetailAnswer = {
  ...CustomerDetail,
  examples: [{ ...example, learned: [], units, openCases: [] }],
};
export const CustomerPage = Type.Object(
  {
    ...PageOf(CustomerSummary).properties,
    elsewhere: Type.Array(Elsewhere, {
      description:
        'Asked for by telephone number or address: known customers whom another centre looks after',
    }),
  },
  { title: 'CustomerPage', examples: [{ items: [example], nextCursor: null, elsewhere: [] }] },
);

export const CustomerListQuery = Closed({
  phone: Type.Optional(
    Text(40, {
      description: 'In any spelling, as dialled in China or with its country code',
      examples: ['138 1234 5678'],
    }),
  ),
  email: Type.Optional(Text(300)),
  like: Type.Optional(
    Text(300, { description: 'A company name or postal address, roughly', examples: ['澜汀食品'] }),
  ),
  q: Type.Optional(
    Text(200, { description: 'Words of name, number, place and contacts', examples: ['澜汀'] }),
  ),
  status: Type.Optional(literals(CUSTOMER_STATUSES)),
  ...PAGING,
});
export type CustomerListQuery = Static<typeof CustomerListQuery>;

export const CustomerPatch = Closed(
  {
    name: Type.Optional(Text(200)),
    nameEn: Type.Optional(Nullable(Text(200))),
    kind: Type.Optional(literals(CUSTOMER_KINDS)),
    language: Type.Optional(literals(LANGUAGES)),
    province: Type.Optional(Nullable(Text(60))),
    city: Type.Optional(Nullable(Text(60))),
    address: Type.Optional(Nullable(Text(300))),
    regionId: Type.Optional(Type.Union([Id], { description: 'A service centre' })),
    status: Type.Optional(
      Type.Literal('active', { description: 'Completes a prospect: it needs a region by then' }),
    ),
    contacts: Type.Optional(
      Type.Array(
        Closed({ kind: literals(CONTACT_KINDS), value: Text(300), name: Type.Optional(Nullable(Text(100))) }),
        { maxItems: 50, description: 'All of them: replaces those there were. Any spelling.' },
      ),
    ),
  },
  {
    title: 'CustomerPatch',
    minProperties: 1,
    examples: [{ name: '上海澜汀食品有限公司', regionId: 'east', status: 'active' }],
  },
);
export type CustomerPatch = Static<typeof CustomerPatch>;

export const NewCustomer = Closed(
  {
    name: Text(200),
    kind: literals(CUSTOMER_KINDS),
    language: literals(LANGUAGES),
    regionId: Type.Union([Id], { description: 'A service centre' }),
    nameEn: Type.Optional(Nullable(Text(200))),
    province: Type.Optional(Nullable(Text(60))),
    city: Type.Optional(Nullable(Text(60))),
    address: Type.Optional(Nullable(Text(300))),
    contacts: CustomerPatch.properties.contacts,
  },
  {
    title: 'NewCustomer',
    examples: [{ name: '上海澜汀食品有限公司', kind: 'customer', language: 'zh', regionId: 'east' }],
  },
);
export type NewCustomer = Static<typeof NewCustomer>;

export const CustomerChanges = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          version: Type.Integer(),
          at: At,
          by: Id,
          file: Type.Record(Type.String(), Type.Unknown(), {
            description: 'The file as it was from then on',
          }),
        },
        { title: 'CustomerChange' },
      ),
      { description: 'Latest first' },
    ),
  },
  {
    title: 'CustomerChanges',
    examples: [
      { items: [{ version: 2, at: '2026-11-22T01:40:00.000Z', by: 'stf-010', file: { ...example } }] },
    ],
  },
);

/** As the answer to a new entry is documented. */
export const CustomerEntered = { ...CustomerSummary, examples: [example] };
