import type { ApprovalNeed } from '../../domain/approval/terms';
import type { CaseCommand } from '../../domain/case/commands';
import type { QuoteInput } from '../../domain/case/quote/terms';
import type { Priority } from '../../domain/case/terms';
import type { Actor } from '../../domain/identity/actor';
import { by, clerk, director, none, staff } from './cast';
import type { Step, Story } from './story';

const manager = staff('manager', 'hq-service-manager', 'hq');
const engineer = staff('engineer-9', 'repair-engineer');

const began = (priority: Priority = 'normal'): readonly Step[] => [
  by(clerk, { type: 'answer', data: { text: 'We are on it' } }),
  by(clerk, { type: 'classify', data: { requestType: 'repair', priority, symptom: '不启动' } }),
];
/** Each in a year of its own: the engineer is in one place at a time. */
const onSite = (year: number): Step[] => [
  by(clerk, {
    type: 'dispatch',
    data: {
      engineer: { id: 'engineer-9', name: '工程师九', outletId: 'east', regionId: 'east', serviceLevel: 'A' },
      appointment: { from: `${year}-01-01T00:00:00.000Z`, to: `${year}-01-01T04:00:00.000Z` },
      parts: [],
    },
  }),
  by(engineer, { type: 'arrive', data: none }),
];
const posts = {
  with: { role: 'centre-director', organisationId: 'east' },
  above: [{ role: 'hq-service-manager', organisationId: 'hq' }],
} as const;
const NEED: ApprovalNeed = { kind: 'repair-plan', ruleId: 'plan-over', reasonEn: 'Dear parts', reasonZh: '备件昂贵', ...posts };
const diagnosed = (plan: string, approval?: ApprovalNeed): Step =>
  by(engineer, {
    type: 'diagnose',
    data: {
      fault: { code: 'no-start', nameEn: 'does not start', nameZh: '无法启动' },
      cause: { code: 'wear-out', nameEn: 'worn out', nameZh: '正常磨损', category: 'wear' },
      finding: 'bearings worn',
      plan,
      parts: [],
      history: { earlier: [], repeatWithinDays: 90 },
      ...(approval && { approval }),
    },
  });
const decided = (actor: Actor, approvalId: string, decision: 'approve' | 'reject'): Step =>
  by(actor, { type: 'decideApproval', data: { approvalId, decision, reason: 'It pays, or does not.' } });
const reminded = (actor: Actor) => by(actor, { type: 'remindApproval', data: { approvalId: 'repair-plan:1', everySeconds: 3_600 } });
const repaired = by(
  engineer,
  { type: 'repair', data: { fault: 'no start', cause: 'wear', work: 'replaced', verification: 'ran 30 min' } },
  {
    type: 'report',
    data: { labourMinutes: 60, travelMinutes: 30, labourCostCents: 20_000, travelCostCents: 5_000, partsCostCents: 0, currency: 'CNY', signedBy: '李' },
  },
);
const closing: readonly Step[] = [
  by(clerk, { type: 'recordSurvey', data: { productScore: 5, serviceScore: 4 } }),
  by(clerk, { type: 'recordRevisit', data: { outcome: 'satisfied', note: 'runs well' } }),
  by(clerk, { type: 'close', data: none }),
];
const cancelled = by(director, { type: 'cancel', data: { reason: 'customer mended it' } });

const notCovered = by(director, { type: 'overruleEntitlement', data: { verdict: { labour: 0, parts: 0, travel: 0 }, reason: 'no unit named' } });
const quote = (validDays: number): QuoteInput => ({
  lines: [
    { item: 'labour', nameEn: 'Labour', nameZh: '人工', quantity: 60, unit: 'minute', unitPriceCents: 28_000, unitCostCents: 12_000, source: 'price-list' },
    { item: 'travel', nameEn: 'Travel', nameZh: '差旅', quantity: 1, unit: 'trip', unitPriceCents: 20_000, unitCostCents: 12_000, source: 'price-list' },
  ],
  terms: { priceListId: 'prices', currency: 'CNY', taxBasisPoints: 1_300, declinedCharge: 'travel', validDays },
});
const rules: NonNullable<QuoteInput['approvalRules']> = [
  {
    rule: {
      id: 'quote-over',
      kind: 'quote',
      reach: 'company',
      over: { amountCents: 10_000, currency: 'CNY' },
      role: 'centre-director',
      tier: 'centre',
      reasonEn: 'Over CNY 100',
      reasonZh: '超过 100 元',
    },
    posts: [posts.with, ...posts.above],
  },
];
const quoted = (validDays = 15): Step => by(clerk, { type: 'prepareQuote', data: quote(validDays) });
const quotedForApproval = by(clerk, { type: 'prepareQuote', data: { ...quote(15), approvalRules: rules } });
/** The customer's decision is dated when the step runs, not when this file loads. */
const says = (decision: 'accept' | 'refuse', version = 1, how: { readonly missedMs?: number; readonly refused?: string } = {}): Step => ({
  by: clerk,
  ...how,
  get give(): CaseCommand[] {
    return [{ type: 'decideQuote', data: { version, decision, consent: { by: 'customer', how: 'phone', at: new Date().toISOString() } } }];
  },
});
const leftAsItIs = by(clerk, { type: 'endUnrepaired', data: { outcome: 'left-as-it-is', note: 'They buy a new one.' } });

/** Every path of an approval and of a quote. */
export const APPROVAL_STORIES: readonly Story[] = [
  {
    name: 'plan-approved',
    steps: [...began(), ...onSite(2080), diagnosed('new bearings', NEED), decided(director, 'repair-plan:1', 'approve'), repaired, ...closing],
  },
  {
    name: 'plan-delegated-then-approved',
    steps: [
      ...began(),
      ...onSite(2086),
      diagnosed('new bearings', NEED),
      by(director, { type: 'delegateApproval', data: { approvalId: 'repair-plan:1', to: { id: 'deputy', name: '副主任' }, reason: 'away today' } }),
      { ...decided(clerk, 'repair-plan:1', 'approve'), refused: 'APPROVAL.NOT_YOURS' },
      decided(staff('deputy', 'enquiry-clerk'), 'repair-plan:1', 'approve'),
      repaired,
      ...closing,
    ],
  },
  {
    name: 'plan-reminded-of-then-approved',
    steps: [
      ...began(),
      ...onSite(2084),
      diagnosed('new bearings', NEED),
      { ...reminded(clerk), refused: 'APPROVAL.NOT_YOUR_REQUEST' },
      reminded(engineer),
      { ...reminded(engineer), refused: 'APPROVAL.REMINDED_ALREADY' },
      decided(director, 'repair-plan:1', 'approve'),
      repaired,
      ...closing,
    ],
  },
  {
    name: 'plan-rejected-then-another',
    steps: [
      ...began(),
      ...onSite(2081),
      diagnosed('a new unit', NEED),
      decided(director, 'repair-plan:1', 'reject'),
      diagnosed('grease'),
      repaired,
      ...closing,
    ],
  },
  {
    // Urgent approvals pass up within seconds where these are recorded.
    name: 'approval-escalated-on-silence',
    steps: [
      ...began('urgent'),
      ...onSite(2082),
      diagnosed('new bearings', NEED),
      { until: 'ApprovalEscalated' },
      { ...decided(director, 'repair-plan:1', 'approve'), refused: 'APPROVAL.NOT_YOURS' },
      decided(manager, 'repair-plan:1', 'approve'),
      repaired,
      ...closing,
    ],
  },
  {
    name: 'quote-approved-and-accepted',
    steps: [
      ...began(),
      notCovered,
      quotedForApproval,
      decided(director, 'quote:1', 'approve'),
      says('accept'),
      ...onSite(2083),
      repaired,
      { until: 'CallSettled', times: 2 },
      ...closing,
    ],
  },
  {
    name: 'quote-disapproved-then-revised',
    steps: [
      ...began(),
      notCovered,
      quotedForApproval,
      decided(director, 'quote:1', 'reject'),
      by(clerk, { type: 'reviseQuote', data: { ...quote(15), approvalRules: rules, reason: 'another price' } }),
      decided(director, 'quote:2', 'approve'),
      says('refuse', 2),
      leftAsItIs,
      ...closing,
    ],
  },
  { name: 'quote-refused', steps: [...began(), notCovered, quoted(), says('refuse'), leftAsItIs, ...closing] },
  // Valid for three seconds.
  { name: 'quote-lapsed', steps: [...began(), notCovered, quoted(3 / 86_400), { until: 'QuoteLapsed' }, leftAsItIs, ...closing] },
  {
    // The quote lapses, and later the survey, while no worker is there; what comes after that is decided after it.
    name: 'steps-due-before-a-command',
    steps: [
      ...began(),
      notCovered,
      quoted(5 / 86_400),
      says('accept', 1, { missedMs: 6_000, refused: 'QUOTE.NOT_OFFERED' }),
      { until: 'QuoteLapsed' },
      leftAsItIs,
      { ...by(clerk, { type: 'addNote', data: { text: 'They asked for the old price.' } }), missedMs: 3_000 },
      { until: 'SurveyLapsed' },
      ...closing.slice(1),
    ],
  },
  { name: 'quote-cancelled-with-void', steps: [...began(), notCovered, quoted(), cancelled] },
  { name: 'quote-cancelled-in-approval', steps: [...began(), notCovered, quotedForApproval, cancelled] },
];
