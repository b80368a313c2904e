import type { Bilingual } from '../bilingual';
import type { Actor } from '../identity/actor';
import type { PartsRequest } from '../case/parts/order-terms';
import type { OrganisationKind, Role } from '../identity/roles';
import type { PlanCover } from './plan-cover';

/** Kinds of approval, as used in the company's register of approval rules. */
export const APPROVAL_KINDS = ['repair-plan', 'unit-replacement', 'quote'] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

export const APPROVAL_KIND_NAMES: Readonly<
  Record<ApprovalKind, { readonly en: string; readonly zh: string }>
> = {
  'repair-plan': { en: 'repair plan', zh: '维修方案' },
  'unit-replacement': { en: 'replacement of the unit', zh: '整机更换' },
  quote: { en: 'quote', zh: '报价' },
};

export const APPROVAL_TIERS = ['outlet', 'centre', 'hq'] as const satisfies readonly OrganisationKind[];

/** A role at a place: every holder may decide. */
export interface Post {
  readonly role: Role;
  readonly organisationId: string;
}

/** A rule of the register that applies, with the posts it means here: looked up by the API, so that the rules see facts. */
export interface ApprovalNeed {
  readonly kind: ApprovalKind;
  readonly ruleId: string;
  /** Why, as the register says it. */
  readonly reasonEn: string;
  readonly reasonZh: string;
  readonly with: Post;
  /** Supervisors above that post, nearest first: they may decide too, and it passes on to them on silence. */
  readonly above: readonly Post[];
}

export interface ApprovalAsk {
  readonly need: ApprovalNeed;
  /** Subject of the approval, in a line: the plan, the quote's number. */
  readonly what: string;
  /** Minor units of `currency`. */
  readonly amountCents?: number;
  readonly currency?: string;
  /** 1250 is 12.5 %. */
  readonly marginBasisPoints?: number;
  /** Covered scope of a plan. Older approvals lack it: they cover their diagnosis. */
  readonly covers?: PlanCover;
  /** Parts that are ordered once it is approved. */
  readonly order?: PartsRequest;
}

export const DECISIONS = ['approve', 'reject'] as const;
export type Decision = (typeof DECISIONS)[number];

export const DECISION_NAMES: Readonly<Record<Decision, Bilingual>> = {
  approve: { en: 'approved', zh: '批准' },
  reject: { en: 'rejected', zh: '驳回' },
};

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

export interface ReminderAsk {
  readonly approvalId: string;
  /** Plain seconds, as the policy of the clock says: looked up by the API. */
  readonly everySeconds?: number;
}

/** Somebody's part in an approval; instants are when it was recorded, ISO-8601. */
interface Did {
  readonly by: Actor;
  readonly at: string;
}

export const APPROVAL_STATUSES = ['open', 'approved', 'rejected', 'withdrawn'] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];

export const APPROVAL_STATUS_NAMES: Readonly<
  Record<ApprovalStatus, { readonly en: string; readonly zh: string }>
> = {
  open: { en: 'open', zh: '待审批' },
  approved: { en: 'approved', zh: '已批准' },
  rejected: { en: 'rejected', zh: '已驳回' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
};

/** By hand of the one who asked, and from when on it is possible again. */
export interface Reminder extends Did {
  readonly againFrom: string;
}

export interface Approval extends ApprovalAsk {
  /** `<kind>:<n>`, unique within its process. */
  readonly id: string;
  readonly status: ApprovalStatus;
  readonly asked: Did;
  /** Post that currently has the request; silence escalates it. */
  readonly with: Post;
  readonly delegated?: Did & { readonly to: Colleague; readonly reason: string };
  /** In order. */
  readonly reminders?: readonly Reminder[];
  readonly decided?: Did & { readonly reason: string };
  readonly withdrawn?: Did & { readonly withdrawal: Withdrawal };
  /** Its texts stand in its events alone (ADR 37). */
  readonly isCut?: true;
}

/** Why what was to be approved is no more. */
export const WITHDRAWALS = [
  'superseded',
  'case-cancelled',
  'case-joined',
  'case-closed',
  'resolved-remotely',
] as const;
export type Withdrawal = (typeof WITHDRAWALS)[number];

export const WITHDRAWAL_NAMES: Readonly<Record<Withdrawal, { readonly en: string; readonly zh: string }>> = {
  superseded: { en: 'replaced by a newer request', zh: '已被新的内容取代' },
  'case-cancelled': { en: 'the case was cancelled', zh: '服务单已取消' },
  'case-joined': { en: 'the case was merged into another', zh: '服务单已并入其他服务单' },
  'case-closed': { en: 'the case was closed', zh: '服务单已结案' },
  'resolved-remotely': { en: 'the case was resolved remotely', zh: '服务单已远程解决' },
};

export type ApprovalEvent =
  | { readonly type: 'ApprovalRequested'; readonly data: ApprovalAsk & { readonly approvalId: string } }
  | {
      readonly type: 'ApprovalDelegated';
      readonly data: { readonly approvalId: string; readonly to: Colleague; readonly reason: string };
    }
  /** The requester reminded the approver; the next reminder by hand is possible from then on, ISO-8601. */
  | {
      readonly type: 'ApprovalReminded';
      readonly data: { readonly approvalId: string; readonly againFrom: string };
    }
  /** The decision is overdue: the request is with the next post above. */
  | {
      readonly type: 'ApprovalEscalated';
      readonly data: { readonly approvalId: string; readonly with: Post };
    }
  | {
      readonly type: 'ApprovalDecided';
      readonly data: {
        readonly approvalId: string;
        readonly kind: ApprovalKind;
        readonly decision: Decision;
        readonly reason: string;
      };
    }
  | {
      readonly type: 'ApprovalWithdrawn';
      readonly data: { readonly approvalId: string; readonly withdrawal: Withdrawal };
    };

/** The part of a process's state that approvals need. */
export interface Approving {
  /** Every one that was ever asked for, the latest last; one at most is open. */
  readonly approvals?: readonly Approval[];
}
