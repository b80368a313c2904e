import { Type, type Static } from '@sinclair/typebox';
import { APPROVAL_KINDS, APPROVAL_TIERS } from '../../domain/approval/terms';
import { REQUEST_TYPES } from '../../domain/case/terms';
import { ROLES } from '../../domain/identity/roles';
import { Amount, Currency } from '../http/schema/amount';
import { Closed, Id, Instant, literals, Nullable, Text } from '../http/schema/common';
import { ENTERED, ENTERED_EXAMPLE } from '../http/schema/entered';
import { At } from '../http/schema/paging';

const Over = Closed(
  { amountCents: Amount(), currency: Currency },
  {
    title: 'ApprovalThreshold',
    description:
      'Asked for above this amount, in minor units of the currency: what the customer pays of a quote, tax included; what the parts of a plan cost',
  },
);
const MarginUnder = Type.Integer({
  minimum: -10_000,
  maximum: 10_000,
  description: 'Asked for under this margin of a quote: 2000 is 20 %',
});

const RULE = {
  code: { ...Id, description: 'Names the rule for good; a later version of it takes its place' },
  kind: literals(APPROVAL_KINDS, { description: 'What has to be approved' }),
  role: literals(ROLES, { description: 'Who decides …' }),
  tier: literals(APPROVAL_TIERS, {
    description: '… at the outlet, the centre or the headquarters of the case; on silence, whoever is above',
  }),
  nameEn: Text(200, { description: 'Why it has to be approved: whoever decides reads it' }),
  nameZh: Text(200),
};

const example = {
  code: 'quote-over-5000',
  kind: 'quote' as const,
  over: { amountCents: 500_000, currency: 'CNY' },
  role: 'centre-director' as const,
  tier: 'centre' as const,
  nameEn: 'Quotes over CNY 5,000',
  nameZh: '报价金额超过 5000 元',
};

export const NewApprovalRule = Closed(
  {
    ...RULE,
    organisationId: Type.Optional(
      Nullable({ ...Id, description: 'For this centre or outlet alone; left out: the whole company' }),
    ),
    requestType: Type.Optional(Nullable(literals(REQUEST_TYPES, { description: 'Left out: any' }))),
    productCode: Type.Optional(
      Nullable({ ...Id, description: 'For units of this product alone; left out: of any' }),
    ),
    productFamily: Type.Optional(
      Nullable({ ...Id, description: 'For units of this family of products alone; left out: of any' }),
    ),
    over: Type.Optional(Nullable(Over)),
    marginUnderBasisPoints: Type.Optional(Nullable(MarginUnder)),
    active: Type.Optional(Type.Boolean({ default: true, description: 'False: the rule ends here' })),
    effectiveFrom: Instant('Governs what is put forward from here on'),
  },
  { title: 'NewApprovalRule', examples: [{ ...example, effectiveFrom: '2026-01-01T00:00:00+08:00' }] },
);
export type NewApprovalRule = Static<typeof NewApprovalRule>;

const ApprovalRuleSchema = Type.Object(
  {
    ...RULE,
    organisationId: Nullable(Type.String()),
    requestType: Nullable(literals(REQUEST_TYPES)),
    productCode: Nullable(Type.String()),
    productFamily: Nullable(Type.String()),
    over: Nullable(Over),
    marginUnderBasisPoints: Nullable(MarginUnder),
    active: Type.Boolean(),
    effectiveFrom: At,
    ...ENTERED,
  },
  { title: 'ApprovalRule' },
);
export type ApprovalRuleView = Static<typeof ApprovalRuleSchema>;

const shown = {
  ...example,
  organisationId: null,
  requestType: null,
  productCode: null,
  productFamily: null,
  marginUnderBasisPoints: null,
  active: true,
  effectiveFrom: '2025-12-31T16:00:00.000Z',
  ...ENTERED_EXAMPLE,
};
export const ApprovalRuleAnswer = { ...ApprovalRuleSchema, examples: [shown] };
export const ApprovalRules = Type.Object(
  { items: Type.Array(ApprovalRuleSchema) },
  { title: 'ApprovalRuleList', examples: [{ items: [shown] }] },
);
