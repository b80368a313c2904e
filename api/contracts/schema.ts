import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id } from '../http/schema/common';
import { readAs } from '../http/schema/read-as';
import { At, PageOf, PAGING } from '../http/schema/paging';

const Percent = Type.Integer({ minimum: 0, maximum: 100, description: 'Percent that the contract covers' });
const Number = readAs(
  'code',
  Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$', examples: ['SV-2026-0012'] }),
);
const Code = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' });

/** A day within the years that terms support. */
const InputDay = Type.String({ format: 'date', pattern: '^(19|20|21)', examples: ['2026-11-22'] });

const TERMS = {
  validFrom: InputDay,
  validTo: Type.String({ ...InputDay, description: 'Included' }),
  labour: Percent,
  parts: Percent,
  travel: Percent,
};

const example = {
  number: 'SV-2026-0012',
  customerId: 'cus-0001',
  unitIds: ['unt-0001', 'unt-0002'],
  validFrom: '2026-01-01',
  validTo: '2027-12-31',
  labour: 100,
  parts: 80,
  travel: 100,
  wearParts: false,
  causes: [],
};

export const NewContract = Closed(
  {
    number: Type.String({ ...Number, description: 'As the paper bears it; the same when sending it again' }),
    customerId: Id,
    unitIds: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
    ...TERMS,
    wearParts: Type.Optional(Type.Boolean({ default: false, description: 'Pays for parts that wear, too' })),
    causes: Type.Optional(
      Type.Array(Code, {
        maxItems: 50,
        uniqueItems: true,
        default: [],
        description: 'Causes that the warranty excludes and the contract covers',
      }),
    ),
  },
  { title: 'NewContract', examples: [example] },
);
export type NewContract = Static<typeof NewContract>;

const ContractSchema = Type.Object(
  {
    number: Type.String(),
    customerId: Type.String(),
    unitIds: Type.Array(Type.String()),
    ...TERMS,
    wearParts: Type.Boolean(),
    causes: Type.Array(Type.String()),
    createdAt: At,
  },
  { title: 'Contract' },
);
export type ContractView = Static<typeof ContractSchema>;
const shown = { ...example, createdAt: '2026-01-02T01:00:00.000Z' };
export const ContractAnswer = { ...ContractSchema, examples: [shown] };

export const ContractListQuery = Closed({
  customerId: Type.Optional(Id),
  unitId: Type.Optional(Id),
  onDay: Type.Optional(Type.String({ ...InputDay, description: 'Those in force on that day' })),
  ...PAGING,
});
export type ContractListQuery = Static<typeof ContractListQuery>;
export const ContractPage = {
  ...PageOf(ContractSchema),
  title: 'ContractPage',
  examples: [{ items: [shown], nextCursor: null }],
};
