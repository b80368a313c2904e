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

/** Scores up to this one are those of a dissatisfied customer (R22). */
export const DISSATISFIED_UP_TO = 2;

/** Ways in which staff receive a customer's answer. */
export const TAKEN_BY_STAFF = ['phone', 'in-person', 'letter', 'email'] as const;
export const SURVEY_WAYS = ['link', ...TAKEN_BY_STAFF] as const;
export type SurveyWay = (typeof SURVEY_WAYS)[number];

export const SURVEY_WAY_NAMES: Readonly<Record<SurveyWay, Bilingual>> = {
  link: { en: 'through the link', zh: '通过链接' },
  phone: { en: 'by phone', zh: '电话' },
  'in-person': { en: 'in person', zh: '当面' },
  letter: { en: 'by letter', zh: '信函' },
  email: { en: 'by e-mail', zh: '电子邮件' },
};

export type RevisitOutcome = 'satisfied' | 'dissatisfied' | 'new-problem' | 'not-reached';

export const REVISIT_OUTCOME_NAMES: Readonly<Record<RevisitOutcome, Bilingual>> = {
  satisfied: { en: 'satisfied', zh: '满意' },
  dissatisfied: { en: 'dissatisfied', zh: '不满意' },
  'new-problem': { en: 'a new problem', zh: '有新问题' },
  'not-reached': { en: 'not reached', zh: '未联系上' },
};

/** Why a revisit is or is not owed (R23). */
export type RevisitReason = 'level-always' | 'sampled' | 'not-sampled';

export const REVISIT_REASON_NAMES: Readonly<Record<RevisitReason, Bilingual>> = {
  'level-always': { en: 'every case of this service level is followed up', zh: '该服务等级的服务单全部回访' },
  sampled: { en: 'in the sample for follow-up calls', zh: '已抽中回访' },
  'not-sampled': { en: 'not in the sample for follow-up calls', zh: '未抽中回访' },
};

export type FollowUpKind =
  | 'dissatisfied-customer'
  | 'customer-message'
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
