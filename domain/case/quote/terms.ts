import type { ApprovalRuleFacts } from '../../approval/rules';
import type { InvoiceContent } from '../../money/invoice-terms';
import type { PricedLine, PricedQuote, QuoteTerms } from '../../quote/terms';
import type { Consent } from '../facts';
import type { Bilingual } from '../../bilingual';

/** Where a quote is: `nothing-to-pay` is one whose customer's part came to nothing. */
export const QUOTE_STATUSES = [
  'in-approval',
  'disapproved',
  'offered',
  'accepted',
  'refused',
  'lapsed',
  'void',
  'nothing-to-pay',
] as const;
export type QuoteStatus = (typeof QUOTE_STATUSES)[number];

export const QUOTE_STATUS_NAMES: Readonly<Record<QuoteStatus, Bilingual>> = {
  'in-approval': { en: 'in approval', zh: '审批中' },
  disapproved: { en: 'not approved', zh: '审批未通过' },
  offered: { en: 'offered', zh: '待客户确认' },
  accepted: { en: 'accepted', zh: '客户已接受' },
  refused: { en: 'declined', zh: '客户已拒绝' },
  lapsed: { en: 'expired', zh: '已过有效期' },
  void: { en: 'void', zh: '已作废' },
  'nothing-to-pay': { en: 'nothing to pay', zh: '客户无需付费' },
};

export type VoidReason =
  'revised' | 'entitlement-changed' | 'plan-changed' | 'case-cancelled' | 'case-joined' | 'resolved-remotely';

export const VOID_REASON_NAMES: Readonly<Record<VoidReason, Bilingual>> = {
  revised: { en: 'we are revising it', zh: '报价修订' },
  'entitlement-changed': { en: 'your warranty or contract cover has changed', zh: '保修权益已变更' },
  'plan-changed': { en: 'the repair plan has changed', zh: '维修方案已变更' },
  'case-cancelled': { en: 'the case was cancelled', zh: '服务单已取消' },
  'case-joined': { en: 'the case was merged into another', zh: '服务单已并入其他服务单' },
  'resolved-remotely': { en: 'the problem was resolved without a visit', zh: '问题已远程解决' },
};

export interface QuoteInput {
  readonly lines: readonly PricedLine[];
  readonly terms: QuoteTerms & { readonly validDays: number };
  readonly note?: string;
  /** The company's approval rules that may apply to it. */
  readonly approvalRules?: readonly ApprovalRuleFacts[];
  /** An amount that no rule can be compared with needs approval (ADR 36); absent in commands recorded before. */
  readonly failsClosed?: true;
  /** A total of zero needs approval like any other, unless all of it is covered; absent in commands recorded before. */
  readonly judgesZero?: true;
}

/** A quote as it was prepared; its number stands on the paper. */
export interface QuoteHeader extends PricedQuote {
  readonly number: string;
  readonly version: number;
  readonly validDays: number;
  readonly note?: string;
  /** Changes from the previous version, and the reason. */
  readonly reason?: string;
  /** Its total is zero, and that was judged: it holds as long as the shares do. */
  readonly judgesZero?: true;
}

export interface QuoteDecision {
  /** The version that the customer saw. */
  readonly version: number;
  readonly decision: 'accept' | 'refuse';
  readonly consent: Consent;
  readonly reason?: string;
}

/** A version of the case's quote. */
export interface CaseQuote extends QuoteHeader {
  readonly status: QuoteStatus;
  readonly statusSince: string;
  readonly preparedAt: string;
  readonly preparedBy: { readonly id: string; readonly name: string };
  readonly validUntil?: string;
  readonly decided?: Pick<QuoteDecision, 'consent' | 'reason'>;
  readonly voided?: VoidReason;
  /** Its lines stand in its event alone (ADR 37). */
  readonly isCut?: true;
}

/** A claim on the customer as the case asked finance for it (R10). */
export interface InvoiceHeader extends InvoiceContent {
  readonly number: string;
  readonly quoteNumber: string;
  /** The paying party. */
  readonly party: string;
}

export interface CaseInvoice extends InvoiceHeader {
  readonly issuedAt: string;
  /** Sequence number of the event whose call issues it. */
  readonly issuedBy: number;
  readonly creditedAt?: string;
  /** For what was done before the case was reopened: what is done after it leaves this invoice alone. */
  readonly isOfEarlierService?: true;
}
