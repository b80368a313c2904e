import { flowTermsOf } from '../case/flows/all-terms';
import { REQUEST_TYPES, type CaseClock, type RequestType } from '../case/terms';
import { type Bilingual } from '../bilingual';
import type { ServiceLevel } from '../identity/roles';

/** Evidence that a promise was kept. */
export type Evidence =
  /** A clock of the case, of one request type or of all. */
  | { readonly by: 'clock'; readonly clock: CaseClock; readonly requestType?: RequestType }
  /** Every arrival of the case: it is as well kept as its worst. */
  | { readonly by: 'arrivals' }
  /** The revisit of cases at these levels; a customer who could not be reached was not revisited. */
  | { readonly by: 'revisit'; readonly levels: readonly ServiceLevel[] }
  /** A call within the hotline's published hours was taken so soon. */
  | { readonly by: 'hotline'; readonly withinSeconds: number }
  /** Every service that was finished was followed by a survey. */
  | { readonly by: 'survey-asked' }
  /** A dissatisfied customer was called back, so soon after saying so. */
  | { readonly by: 'call-back'; readonly withinSeconds: number }
  /** No charge for covered items on a unit within its warranty, unless the cause is excluded. */
  | { readonly by: 'warranty'; readonly requestTypes: readonly RequestType[]; readonly months: number };

/** Code of the calendar that holds the hotline's published hours. */
export const HOTLINE_CALENDAR = 'hotline';

/** A published promise (R37). */
export interface PublishedPromise {
  readonly key: string;
  readonly name: Bilingual;
  readonly text: Bilingual;
  readonly evidence: Evidence;
}

const RESOLUTION_TEXTS: Partial<Record<RequestType, Bilingual>> = {
  refund: { en: 'A refund is settled within 15 days.', zh: '退货 15 日内办结。' },
  exchange: { en: 'An exchange is settled within 30 days.', zh: '换货 30 日内办结。' },
  repair: {
    en: 'A repair is finished within the time published for its priority and service level.',
    zh: '维修按优先级和服务级别在公布的时限内完成。',
  },
};

const resolution = (requestType: RequestType): PublishedPromise => {
  const { en, zh } = flowTermsOf(requestType).name;
  return {
    key: `resolution-${requestType}`,
    name: { en: `resolution: ${en}`, zh: `办结：${zh}` },
    text: RESOLUTION_TEXTS[requestType] ?? {
      en: `A request of this type (${en}) is settled within the published time.`,
      zh: `${zh}类请求在公布的时限内办结。`,
    },
    evidence: { by: 'clock', clock: 'resolution', requestType },
  };
};

export const PROMISES: readonly PublishedPromise[] = [
  {
    key: 'hotline',
    name: { en: 'hotline', zh: '服务热线' },
    text: {
      en: 'A call during the published hours of the hotline is answered within 15 minutes.',
      zh: '在公布的热线服务时间内来电，15 分钟内受理。',
    },
    evidence: { by: 'hotline', withinSeconds: 900 },
  },
  {
    key: 'answer',
    name: { en: 'answer', zh: '答复' },
    text: { en: 'Every request is answered within 24 hours.', zh: '所有请求 24 小时内答复。' },
    evidence: { by: 'clock', clock: 'answer' },
  },
  {
    key: 'arrival',
    name: { en: 'arrival', zh: '到场' },
    text: {
      en: 'The engineer arrives within the time agreed with the customer.',
      zh: '工程师在与客户约定的时间内到场。',
    },
    evidence: { by: 'arrivals' },
  },
  ...REQUEST_TYPES.map(resolution),
  {
    key: 'warranty',
    name: { en: 'warranty', zh: '保修' },
    text: {
      en: 'The warranty lasts two years, or as long as the product specifies.',
      zh: '保修两年，产品另有规定的从其规定。',
    },
    evidence: { by: 'warranty', requestTypes: ['repair', 'exchange'], months: 24 },
  },
  {
    key: 'revisit-a-b',
    name: { en: 'follow-up call at levels A and B', zh: 'A、B 级回访' },
    text: {
      en: 'Every customer at levels A and B receives a follow-up call.',
      zh: 'A、B 级客户 100% 回访。',
    },
    evidence: { by: 'revisit', levels: ['A', 'B'] },
  },
  {
    key: 'revisit-c',
    name: { en: 'follow-up call at level C', zh: 'C 级回访' },
    text: { en: 'A sample of the customers at level C receives a follow-up call.', zh: 'C 级客户抽样回访。' },
    evidence: { by: 'revisit', levels: ['C'] },
  },
  {
    key: 'survey',
    name: { en: 'satisfaction survey', zh: '满意度调查' },
    text: {
      en: 'Every service is followed by a satisfaction survey.',
      zh: '每次服务后均征询客户满意度。',
    },
    evidence: { by: 'survey-asked' },
  },
  {
    key: 'call-back',
    name: { en: 'call-back', zh: '回电' },
    text: {
      en: 'A dissatisfied customer is called back within 24 hours.',
      zh: '客户表示不满意的，24 小时内回电。',
    },
    evidence: { by: 'call-back', withinSeconds: 86_400 },
  },
];

export const promiseNamed = (key: string): PublishedPromise | undefined =>
  PROMISES.find((promise) => promise.key === key);
