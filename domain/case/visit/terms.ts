import type { Bilingual } from '../../bilingual';

/** Where the cause of a fault lies; the first three are the maker's (R6). */
export const CAUSE_CATEGORIES = [
  'manufacture',
  'assembly',
  'material',
  'wear',
  'environment',
  'misuse',
  'accident',
  'unauthorised-repair',
  'force-majeure',
  'unknown',
] as const;
export type CauseCategory = (typeof CAUSE_CATEGORIES)[number];

/** Why an engineer left without having repaired the unit. */
export const UNFINISHED_REASONS = [
  'parts-needed',
  'customer-absent',
  'site-not-ready',
  'more-time-needed',
  'help-needed',
  'quote-pending',
  'other',
] as const;
export type UnfinishedReason = (typeof UNFINISHED_REASONS)[number];

export const UNFINISHED_REASON_NAMES: Readonly<Record<UnfinishedReason, Bilingual>> = {
  'parts-needed': { en: 'parts are needed', zh: '需要备件' },
  'customer-absent': { en: 'the customer was not on site', zh: '客户不在现场' },
  'site-not-ready': { en: 'the site was not ready', zh: '现场条件不具备' },
  'more-time-needed': { en: 'more time is needed', zh: '需要更多时间' },
  'help-needed': { en: 'more engineers are needed', zh: '需要支援' },
  'quote-pending': { en: 'the customer has not yet decided on the quote', zh: '待客户确认报价' },
  other: { en: 'another reason', zh: '其他原因' },
};

/** The engineer came, and did not get to the unit because of the customer. */
export const ON_CUSTOMERS_SIDE: readonly UnfinishedReason[] = ['customer-absent', 'site-not-ready'];
export const isOnCustomersSide = (reason: UnfinishedReason | undefined): boolean =>
  reason !== undefined && ON_CUSTOMERS_SIDE.includes(reason);

/** Causes of a repeat repair, found on examination (R14, R25). */
export const REPEAT_ATTRIBUTIONS = [
  'workmanship',
  'misdiagnosis',
  'part-quality',
  'product-quality',
  'customer-use',
  'personal-reasons',
  'unrelated',
] as const;
export type RepeatAttribution = (typeof REPEAT_ATTRIBUTIONS)[number];

/**
 * Part of a command that ends the case: an unjudged repeat waits for a supervisor. Absent in older commands.
 */
export interface LeavingRepeat {
  readonly leavesRepeatToJudge?: true;
}

/** Promised and actual arrival of one trip. Instants are ISO-8601. */
export interface Arrival {
  readonly arrivedAt?: string;
  /** When that was entered, where it was later. */
  readonly arrivalEnteredAt?: string;
  /** Promised for then at first; the appointment was moved once it had passed. */
  readonly missedAt?: string;
  /** Where it is promised for another instant than the end of the appointment. Null: for none, the visit was entered afterwards. */
  readonly arriveBy?: string | null;
}

/** The appointment was over when it was entered: it promises no arrival. */
export interface OverAlready {
  readonly isOver?: true;
}
