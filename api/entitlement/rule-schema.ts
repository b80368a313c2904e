import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, literals, Nullable, Text } from '../http/schema/common';
import { Day } from '../cases/entitlement-schema';
import { At } from '../http/schema/paging';

export const RULE_KINDS = ['excluded-cause', 'wear-part'] as const;
/** A day within the years that terms support. */
export const InputDay = Type.String({
  title: 'RegisterDay',
  format: 'date',
  pattern: '^(19|20|21)',
  examples: ['2027-01-01'],
});
export const Retroactive = Type.Optional(
  Type.Boolean({
    default: false,
    description:
      'Meant to lie in the past: what has not been judged yet is judged by it. Cases that have their verdict keep it',
  }),
);

const NAMES = {
  nameEn: Text(200, { description: 'What it is about: whoever judges a case reads it' }),
  nameZh: Text(200),
};
const LastDay = Type.String({ ...InputDay, description: 'Last day, included; null: until further notice' });

const example = {
  id: 'wear-hoses',
  kind: 'wear-part' as const,
  value: 'SP-63*',
  nameEn: 'Oil hoses',
  nameZh: '油管',
  effectiveFrom: '2027-01-01',
};

export const NewEntitlementRule = Closed(
  {
    id: Type.String({ ...Id, description: 'A name of its own; the same when sending it again' }),
    kind: literals(RULE_KINDS),
    value: Text(100, {
      description: 'A kind of cause (`misuse`); a part number, or the beginning of part numbers (`SP-11*`)',
    }),
    ...NAMES,
    effectiveFrom: Type.String({
      ...InputDay,
      description: 'For what customers ask from this day of the company on',
    }),
    effectiveTo: Type.Optional(Nullable(LastDay)),
    retroactive: Retroactive,
  },
  { title: 'NewEntitlementRule', examples: [example] },
);
export type NewEntitlementRule = Static<typeof NewEntitlementRule>;

export const EntitlementRulePatch = Closed(
  {
    nameEn: Type.Optional(NAMES.nameEn),
    nameZh: Type.Optional(NAMES.nameZh),
    effectiveTo: Type.Optional(Nullable(LastDay)),
    retroactive: Retroactive,
  },
  { title: 'EntitlementRulePatch', minProperties: 1, examples: [{ effectiveTo: '2027-12-31' }] },
);
export type EntitlementRulePatch = Static<typeof EntitlementRulePatch>;

const LastDayShown = Nullable(Day);
const EntitlementRuleSchema = Type.Object(
  {
    id: Type.String(),
    kind: literals(RULE_KINDS),
    value: Type.String(),
    nameEn: Type.String(),
    nameZh: Type.String(),
    effectiveFrom: Day,
    effectiveTo: LastDayShown,
    version: Type.Integer({ description: 'What `If-Match` names when it is changed' }),
    changes: Type.Array(
      Type.Object({
        version: Type.Integer(),
        nameEn: Type.String(),
        nameZh: Type.String(),
        effectiveTo: LastDayShown,
        at: At,
        by: Type.String({ description: 'Id of the member of staff' }),
      }),
      {
        description:
          'Who made it what it is, and when, oldest first; of an imported rule what came after the import',
      },
    ),
  },
  { title: 'EntitlementRule' },
);
export type EntitlementRuleView = Static<typeof EntitlementRuleSchema>;

const shown: EntitlementRuleView = {
  ...example,
  effectiveTo: null,
  version: 1,
  changes: [
    {
      version: 1,
      nameEn: example.nameEn,
      nameZh: example.nameZh,
      effectiveTo: null,
      at: '2026-11-26T02:00:00.000Z',
      by: 'stf-001',
    },
  ],
};
export const EntitlementRuleAnswer = { ...EntitlementRuleSchema, examples: [shown] };
export const EntitlementRuleList = Type.Object(
  { items: Type.Array(EntitlementRuleSchema) },
  { title: 'EntitlementRuleList', examples: [{ items: [shown] }] },
);
