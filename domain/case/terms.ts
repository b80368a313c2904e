import { type Bilingual } from '../bilingual';
import type { FlowTerms } from './flows/flow-terms';
import {
  byWorkStage,
  FLOW_CLOCK_NAMES,
  flowTermsOf,
  WORK_STAGES,
  type ClockWith,
  type RequestType,
  type WorkStage,
} from './flows/all-terms';

export { REQUEST_TYPES, type RequestType } from './flows/all-terms';

export const CHANNELS = ['phone', 'email', 'letter', 'walk-in', 'web', 'chat'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_NAMES: Readonly<Record<Channel, Bilingual>> = {
  phone: { en: 'phone', zh: '电话' },
  email: { en: 'e-mail', zh: '电子邮件' },
  letter: { en: 'letter', zh: '信函' },
  'walk-in': { en: 'walk-in', zh: '来访' },
  web: { en: 'web form', zh: '网上留言' },
  chat: { en: 'online chat', zh: '在线咨询' },
};

/** True where the flow sends an engineer to the customer. */
export const isOnSite = (type: RequestType | undefined): boolean =>
  type !== undefined && flowTermsOf(type).chapters.includes('dispatch');

/** A case without a type is with the desk. */
export const classifiedOf = (type: RequestType | undefined): FlowTerms['classified'] =>
  flowTermsOf(type ?? 'consultation').classified;

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const PRIORITY_NAMES: Readonly<Record<Priority, Bilingual>> = {
  low: { en: 'low', zh: '低' },
  normal: { en: 'normal', zh: '普通' },
  high: { en: 'high', zh: '高' },
  urgent: { en: 'urgent', zh: '紧急' },
};

export const isRaised = (from: Priority, to: Priority): boolean =>
  PRIORITIES.indexOf(to) > PRIORITIES.indexOf(from);

const BEFORE_WORK = ['unregistered', 'registered', 'answered', 'classified'] as const;
const AFTER_WORK = ['reported', 'surveyed', 'revisited', 'closed', 'cancelled', 'joined'] as const;
export type Stage = (typeof BEFORE_WORK)[number] | WorkStage | (typeof AFTER_WORK)[number];

/** Where a case is in its life. `unregistered` is only the moment before its first event. */
export const STAGES: readonly Stage[] = [...BEFORE_WORK, ...WORK_STAGES, ...AFTER_WORK];

/** The parts of a case's life. Those outside `work` are alike for every request; the stages of `work` are the flow's. */
export type Phase = 'intake' | 'work' | 'after-service' | 'ended';

const PHASES: Readonly<Record<Exclude<Stage, 'unregistered'>, Phase>> = {
  registered: 'intake',
  answered: 'intake',
  classified: 'work',
  ...byWorkStage(() => 'work' as const),
  reported: 'after-service',
  surveyed: 'after-service',
  revisited: 'after-service',
  closed: 'ended',
  cancelled: 'ended',
  joined: 'ended',
};

/** Undefined before the first event. */
export const phaseOf = (stage: Stage): Phase | undefined =>
  stage === 'unregistered' ? undefined : PHASES[stage];

/** Stages of cases that are over, and of those that are under way: lists and figures select by them. */
export const ENDED_STAGES: readonly Stage[] = STAGES.filter((stage) => phaseOf(stage) === 'ended');
export const OPEN_STAGES: readonly Stage[] = STAGES.filter(
  (stage) => stage !== 'unregistered' && phaseOf(stage) !== 'ended',
);

export const STAGE_NAMES: Readonly<Record<Stage, Bilingual>> = {
  unregistered: { en: 'unregistered', zh: '未登记' },
  registered: { en: 'registered', zh: '已登记' },
  answered: { en: 'answered', zh: '已答复' },
  classified: { en: 'classified', zh: '已分类' },
  ...byWorkStage(({ name }) => name),
  reported: { en: 'reported', zh: '已报告' },
  surveyed: { en: 'surveyed', zh: '已调查满意度' },
  revisited: { en: 'followed up', zh: '已回访' },
  closed: { en: 'closed', zh: '已结案' },
  cancelled: { en: 'cancelled', zh: '已取消' },
  joined: { en: 'merged', zh: '已并入其他服务单' },
};

/** The promises that every case makes, each a clock; its flow may add some. */
const OWN_CLOCK_NAMES = {
  answer: { en: 'answer', zh: '答复' },
  resolution: { en: 'resolution', zh: '解决' },
  offer: { en: 'answer to the offer', zh: '派工邀约答复' },
  arrival: { en: 'arrival', zh: '到场' },
  quote: { en: 'decision on the quote', zh: '报价确认' },
  survey: { en: 'satisfaction survey', zh: '满意度调查' },
  'follow-up': { en: 'follow-up with a dissatisfied customer', zh: '不满意客户跟进' },
  revisit: { en: 'follow-up call', zh: '回访' },
  approval: { en: 'approval', zh: '审批' },
  // Deadlines of our own, from here on (ADR 34).
  classification: { en: 'classification', zh: '分类' },
  pause: { en: 'end of the pause', zh: '暂停到期' },
  'parts-awaited': { en: 'arrival of the ordered parts', zh: '待料到货' },
  closing: { en: 'closing of the case', zh: '结案' },
  'action-item': { en: 'action item', zh: '待办事项' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type CaseClock = ClockWith<typeof OWN_CLOCK_NAMES>;
export const CLOCK_NAMES = { ...OWN_CLOCK_NAMES, ...FLOW_CLOCK_NAMES } as Readonly<
  Record<CaseClock, Bilingual>
>;

const isCaseClock = (name: string): name is CaseClock => Object.hasOwn(CLOCK_NAMES, name);
export const CASE_CLOCKS: readonly CaseClock[] = Object.keys(CLOCK_NAMES).filter(isCaseClock);
