import type { Bilingual } from '../../bilingual';
import type { Appointment, EngineerFacts } from '../facts';

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

/** Minutes, and minor units of the currency. */
export interface TripCost {
  readonly labourMinutes: number;
  readonly travelMinutes: number;
  readonly labourCostCents: number;
  readonly travelCostCents: number;
  readonly currency: string;
}

/** Cost of a trip that ended without a report. */
export interface RecordedTripCost extends TripCost {
  readonly trip: number;
  /** Cost of parts used by a repair whose case was cancelled before its report. */
  readonly partsCostCents?: number;
}

export interface UnfinishedVisit extends TripCost {
  readonly reason: UnfinishedReason;
  readonly note: string;
}

/** A trip that has ended (R13). Instants are ISO-8601. */
export interface EndedVisit extends Arrival {
  readonly number: number;
  readonly engineer: EngineerFacts;
  readonly appointment: Appointment;
  readonly departedAt?: string;
  readonly endedAt: string;
  readonly outcome: 'repaired' | 'unfinished';
  readonly reason?: UnfinishedReason;
  /**
   * For an unfinished repair, and for one whose case was cancelled before its report; otherwise the report
   * has it.
   */
  readonly cost?: TripCost;
}

/** A trip that ended on its way or at the customer's with nothing done: another engineer was given it, or its case was cancelled (R13). */
export interface HandedOverTrip extends Arrival {
  readonly number: number;
  readonly engineer: EngineerFacts;
  readonly appointment: Appointment;
  readonly departedAt?: string;
  readonly endedAt: string;
  /** Broken off by a cancellation; else another engineer's. */
  readonly outcome?: 'cancelled';
  /** Present once recorded. */
  readonly cost?: TripCost;
}
