import { Type, type Static } from '@sinclair/typebox';
import { APPROVAL_KINDS, APPROVAL_STATUSES, WITHDRAWALS } from '../../domain/approval/terms';
import { ROLES } from '../../domain/identity/roles';
import { CaseNumber, Closed, literals, Nullable } from '../http/schema/common';
import { Bilingual } from '../cases/offer-schema';
import { At, PageOf, PAGING } from '../http/schema/paging';
import { CaseOfTask, TASK_SCOPES } from '../tasks/schema';

const Person = Type.Object({ id: Type.String(), name: Type.String() }, { title: 'Person' });
const Post = Type.Object(
  { role: literals(ROLES), organisationId: Nullable(Type.String()) },
  { title: 'ApproverPost' },
);

/** The proposal, and the reason why it needs approval. */
const ASKED = {
  approvalId: Type.String({ examples: ['quote:1'] }),
  kind: literals(APPROVAL_KINDS),
  kindNames: Bilingual,
  what: Type.String({ description: 'The plan; the number of the quote and what it comes to' }),
  amountCents: Nullable(
    Type.Integer({
      description:
        'Minor units of the currency: what the customer pays of a quote; what the parts of a plan cost, for whoever decides and those with `money.read`',
    }),
  ),
  currency: Nullable(Type.String()),
  ruleId: Type.String({ description: 'Code of the rule that asks for it' }),
  why: Bilingual,
  askedBy: Person,
  askedAt: At,
  with: { ...Post, description: 'Whom it is with now: it passes up on silence' },
};

/** An approval that waits, in the inbox. */
const ApprovalSchema = Type.Object(
  {
    ...ASKED,
    marginBasisPoints: Nullable(
      Type.Integer({ description: '1250 is 12.5 %; for whoever decides and those with `money.read`' }),
    ),
    delegatedTo: Nullable(Type.String({ description: 'Id of the colleague it was handed to' })),
    dueAt: Nullable(At),
    case: CaseOfTask,
  },
  { title: 'Approval' },
);
export type ApprovalView = Static<typeof ApprovalSchema>;

export const ApprovalListQuery = Closed({
  scope: Type.Optional(
    literals(TASK_SCOPES, {
      description:
        'mine (default): with a role of mine in my organisation, or handed to me, and not asked for by me; all: whatever I see',
    }),
  ),
  kind: Type.Optional(literals(APPROVAL_KINDS)),
  caseNumber: Type.Optional(CaseNumber),
  overdue: Type.Optional(
    Type.Boolean({ description: 'True: past the instant it was due by; false: the others' }),
  ),
  ...PAGING,
});
export type ApprovalListQuery = Static<typeof ApprovalListQuery>;

const example: ApprovalView = {
  approvalId: 'quote:1',
  kind: 'quote',
  kindNames: { en: 'quote', zh: '报价' },
  what: 'AS-2026-000001-Q1: CNY 8,475.00',
  amountCents: 847_500,
  currency: 'CNY',
  marginBasisPoints: 3_120,
  ruleId: 'quote-over-5000',
  why: { en: 'Quotes over CNY 5,000', zh: '报价金额超过 5000 元' },
  askedBy: { id: 'stf-010', name: '陆欣然' },
  askedAt: '2026-11-22T02:40:00.000Z',
  with: { role: 'centre-director', organisationId: 'east' },
  delegatedTo: null,
  dueAt: '2026-11-22T06:40:00.000Z',
  case: {
    number: 'AS-2026-000001',
    subject: '空压机漏油',
    stage: 'on-site',
    requestType: 'repair',
    priority: 'high',
    paused: false,
    customerName: '上海澜汀食品有限公司',
  },
};
export const ApprovalPage = {
  ...PageOf(ApprovalSchema),
  title: 'ApprovalPage',
  examples: [{ items: [example], nextCursor: null }],
};

/** Every approval that a case has asked for, the latest last. */
export const CaseApprovals = Type.Array(
  Type.Object({
    ...ASKED,
    status: literals(APPROVAL_STATUSES),
    statusNames: Bilingual,
    delegated: Nullable(Type.Object({ to: Person, by: Type.String(), at: At, reason: Type.String() })),
    reminders: Type.Array(
      Type.Object({
        by: Type.String(),
        at: At,
        againFrom: { ...At, description: 'By hand again from then on' },
      }),
      { description: 'By hand of whoever asked, in order' },
    ),
    decided: Nullable(Type.Object({ by: Type.String(), at: At, reason: Type.String() })),
    withdrawn: Nullable(Type.Object({ at: At, withdrawal: literals(WITHDRAWALS) })),
  }),
  { description: 'Every approval that was asked for, the latest last (R9, R17)' },
);
