import { AFTER_SERVICE_STORIES } from './after-service-stories';
import { APPROVAL_STORIES } from './approval-stories';
import { CASE_STORIES } from './case-stories';
import { DESK_STORIES } from './desk-stories';
import { GOODS_STORIES } from './goods-stories';
import { OFFER_STORIES } from './offer-stories';
import { ANSWERED_PARTS_ORDER_STORIES, BEYOND_PLAN_STORIES, PARTS_ORDER_STORIES } from './parts-order-stories';
import { PROMISE_STORIES } from './promise-stories';
import { REPORT_STORIES } from './report-stories';
import { TRUST_STORIES } from './trust-stories';
import { AT_ONCE, keptOf, type Story } from './story';

const FIRST_STORIES: readonly Story[] = [
  ...CASE_STORIES,
  ...OFFER_STORIES,
  ...APPROVAL_STORIES,
  ...AFTER_SERVICE_STORIES,
  ...PARTS_ORDER_STORIES,
  ...TRUST_STORIES,
  ...GOODS_STORIES,
  ...REPORT_STORIES,
  ...PROMISE_STORIES,
  ...DESK_STORIES,
];

/** Those in which a call is made, of which the commit has the answer today. */
const CALLING = [
  'repair-with-parts-to-close',
  'parts-slow-to-answer',
  'cancelled-with-undo',
  'cancelled-while-its-parts-are-issued',
  'plan-approved',
  'quote-approved-and-accepted',
  'second-visit-of-a-repeat-repair',
];
const answeredAtOnce = FIRST_STORIES.filter(({ name }) => CALLING.includes(name)).map((story) => ({
  ...story,
  name: `${story.name}${AT_ONCE}`,
}));

/** Every path that a service case and its parts order take. */
export const STORIES: readonly Story[] = [
  ...FIRST_STORIES,
  ...answeredAtOnce,
  ...ANSWERED_PARTS_ORDER_STORIES,
  ...BEYOND_PLAN_STORIES,
];

/** Names of the files in which the histories are. */
export const RECORDED: readonly string[] = STORIES.flatMap(keptOf);
