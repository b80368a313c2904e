import type { EscalationTier } from '../steering/hand-over-terms';
import type { Bilingual } from '../../bilingual';

export interface SurveyAnswer {
  /** 1 (very dissatisfied) to 5 (very satisfied). */
  readonly productScore: number;
  readonly serviceScore: number;
  readonly comment?: string;
  /** The way in which the customer answered. The event has the person who recorded it. */
  readonly how?: SurveyWay;
}

/** Ways in which staff receive a customer's answer. */
export const TAKEN_BY_STAFF = ['phone', 'in-person', 'letter', 'email'] as const;
export const SURVEY_WAYS = ['link', ...TAKEN_BY_STAFF] as const;
export type SurveyWay = (typeof SURVEY_WAYS)[number];
export type RevisitOutcome = 'satisfied' | 'dissatisfied' | 'new-problem' | 'not-reached';

/** Why a revisit is or is not owed (R23). */
export type RevisitReason = 'level-always' | 'sampled' | 'not-sampled';
export type FollowUpKind =
  | 'dissatisfied-customer'
  | 'repeat-repair'
  | 'escalation'
  | 'unit-unregistered'
  | 'installed-before'
  | 'call-failed'
  | 'undo-failed';

/** Work that arises beside the flow and waits for a person. */
export interface FollowUp {
  readonly key: string;
  readonly kind: FollowUpKind;
  /** A person's own words; else an English text for the event. */
  readonly reason: string;
  /** The event's text in both languages, when no person wrote the reason. */
  readonly reasonNames?: Bilingual;
  /** Tier that it was escalated to. */
  readonly tier?: EscalationTier;
}

/** Staff who entered the customer's answer, and when it was given. */
export interface TakenBy {
  readonly id: string;
  readonly name: string;
  readonly at: string;
}
