import { MESSAGE_KIND_NAMES } from './case/steering/terms';
import {
  APPROVAL_KIND_NAMES,
  APPROVAL_STATUS_NAMES,
  DECISION_NAMES,
  WITHDRAWAL_NAMES,
} from './approval/terms';
import { type Bilingual, LANGUAGE_NAMES } from './bilingual';
import { REDRESS_NAMES } from './case/after-service/follow-up-terms';
import { REVISIT_OUTCOME_NAMES, REVISIT_REASON_NAMES, SURVEY_WAY_NAMES } from './case/after-service/terms';
import { CONSENT_WAY_NAMES, SENDER_KIND_NAMES } from './case/facts';
import {
  CAUSE_CATEGORY_NAMES,
  REPEAT_ATTRIBUTION_NAMES,
  UNREPAIRED_OUTCOME_NAMES,
} from './case/flows/repair/facts';
import { REQUEST_TYPE_NAMES } from './case/names';
import { QUOTE_STATUS_NAMES, VOID_REASON_NAMES } from './case/quote/terms';
import { CHANNEL_NAMES, PRIORITY_NAMES, STAGE_NAMES } from './case/terms';
import { UNFINISHED_REASON_NAMES } from './case/visit/terms';
import { TRIP_OUTCOME_NAMES } from './case/visit/trips';
import { OFFER_END_NAMES } from './dispatch/offer-ladder';
import { COVERAGE_ITEM_NAMES, REASON_NAMES, WARRANTY_STATE_NAMES } from './entitlement/terms';
import { ORGANISATION_KIND_NAMES, ROLE_NAMES } from './identity/roles';
import { ORDER_STAGE_NAMES } from './parts-order/terms';
import { saidOf } from './processes';
import { QUOTE_UNIT_NAMES } from './quote/terms';

/** Every list of codes that a client shows, with its words: the tables of the domain, each keyed by the type of its codes. */
export const CODE_LISTS = {
  approvalDecision: DECISION_NAMES,
  approvalKind: APPROVAL_KIND_NAMES,
  approvalStatus: APPROVAL_STATUS_NAMES,
  approvalWithdrawal: WITHDRAWAL_NAMES,
  caseStage: STAGE_NAMES,
  causeCategory: CAUSE_CATEGORY_NAMES,
  channel: CHANNEL_NAMES,
  clock: saidOf('clocks'),
  command: saidOf('commandNames'),
  consentWay: CONSENT_WAY_NAMES,
  coverageItem: COVERAGE_ITEM_NAMES,
  entitlementReason: REASON_NAMES,
  followUp: saidOf('followUps'),
  language: LANGUAGE_NAMES,
  offerEnd: OFFER_END_NAMES,
  organisationKind: ORGANISATION_KIND_NAMES,
  partsOrderStage: ORDER_STAGE_NAMES,
  priority: PRIORITY_NAMES,
  quoteStatus: QUOTE_STATUS_NAMES,
  quoteUnit: QUOTE_UNIT_NAMES,
  quoteVoidReason: VOID_REASON_NAMES,
  redress: REDRESS_NAMES,
  repeatAttribution: REPEAT_ATTRIBUTION_NAMES,
  requestType: REQUEST_TYPE_NAMES,
  revisitOutcome: REVISIT_OUTCOME_NAMES,
  revisitReason: REVISIT_REASON_NAMES,
  role: ROLE_NAMES,
  senderKind: SENDER_KIND_NAMES,
  surveyWay: SURVEY_WAY_NAMES,
  messageKind: MESSAGE_KIND_NAMES,
  task: { ...saidOf('followUps'), ...saidOf('taskNames') },
  tripOutcome: TRIP_OUTCOME_NAMES,
  unfinishedReason: UNFINISHED_REASON_NAMES,
  unrepairedOutcome: UNREPAIRED_OUTCOME_NAMES,
  warrantyState: WARRANTY_STATE_NAMES,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Bilingual>>>>;

export type CodeList = keyof typeof CODE_LISTS;
