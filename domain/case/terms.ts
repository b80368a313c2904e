import { type Bilingual } from '../bilingual';

export const CHANNELS = ['phone', 'email', 'letter', 'walk-in', 'web', 'chat'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Who may send a request (R1). */
export const SENDER_KINDS = ['customer', 'dealer', 'salesperson', 'agent'] as const;
export type SenderKind = (typeof SENDER_KINDS)[number];

/** R3. */
export const REQUEST_TYPES = [
  'consultation',
  'repair',
  'installation',
  'refund',
  'exchange',
  'relocation',
  'spare-parts',
  'complaint',
  'quality-feedback',
  'care-visit',
] as const;
export type RequestType = (typeof REQUEST_TYPES)[number];

/** Types whose work is done at the customer's by an engineer. */
const ON_SITE_TYPES: readonly RequestType[] = ['repair', 'installation', 'relocation'];
export const isOnSite = (type: RequestType | undefined): boolean =>
  type !== undefined && ON_SITE_TYPES.includes(type);

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];
export const isRaised = (from: Priority, to: Priority): boolean =>
  PRIORITIES.indexOf(to) > PRIORITIES.indexOf(from);

export const WARRANTY_STATES = ['in-warranty', 'out-of-warranty', 'unknown'] as const;
export type WarrantyState = (typeof WARRANTY_STATES)[number];

/** Where a case is in its life. `unregistered` is only the moment before its first event. */
export const STAGES = [
  'unregistered',
  'registered',
  'answered',
  'classified',
  'dispatched',
  'on-site',
  'awaiting-parts',
  'repaired',
  'reported',
  'surveyed',
  'revisited',
  'closed',
  'cancelled',
  'joined',
] as const;
export type Stage = (typeof STAGES)[number];

/** The parts of a case's life. Those outside `work` are alike for every request; the stages of `work` are the flow's. */
export type Phase = 'intake' | 'work' | 'after-service' | 'ended';

const PHASES: Readonly<Record<Exclude<Stage, 'unregistered'>, Phase>> = {
  registered: 'intake',
  answered: 'intake',
  classified: 'work',
  dispatched: 'work',
  'on-site': 'work',
  'awaiting-parts': 'work',
  repaired: 'work',
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

export const STAGE_NAMES: Readonly<Record<Stage, Bilingual>> = {
  unregistered: { en: 'unregistered', zh: '未登记' },
  registered: { en: 'registered', zh: '已登记' },
  answered: { en: 'answered', zh: '已答复' },
  classified: { en: 'classified', zh: '已分类' },
  dispatched: { en: 'dispatched', zh: '已派工' },
  'on-site': { en: 'on site', zh: '已到场' },
  'awaiting-parts': { en: 'awaiting parts', zh: '等待备件' },
  repaired: { en: 'repaired', zh: '已修复' },
  reported: { en: 'reported', zh: '已报告' },
  surveyed: { en: 'surveyed', zh: '已调查满意度' },
  revisited: { en: 'revisited', zh: '已回访' },
  closed: { en: 'closed', zh: '已结案' },
  cancelled: { en: 'cancelled', zh: '已取消' },
  joined: { en: 'merged', zh: '已并入其他服务单' },
};

/** The promises a case makes, each a clock. */
export const CASE_CLOCKS = [
  'answer',
  'resolution',
  'offer',
  'arrival',
  'quote',
  'survey',
  'follow-up',
  'revisit',
  'approval',
  // Deadlines of our own, from here on (ADR 34).
  'classification',
  'pause',
  'parts-awaited',
  'closing',
  'action-item',
] as const;
export type CaseClock = (typeof CASE_CLOCKS)[number];

export const CLOCK_NAMES: Readonly<Record<CaseClock, Bilingual>> = {
  answer: { en: 'answer', zh: '答复' },
  resolution: { en: 'resolution', zh: '解决' },
  offer: { en: 'answer to the offer', zh: '派工邀约答复' },
  arrival: { en: 'arrival', zh: '到场' },
  quote: { en: 'decision on the quote', zh: '报价确认' },
  survey: { en: 'satisfaction survey', zh: '满意度调查' },
  'follow-up': { en: 'follow-up with a dissatisfied customer', zh: '不满意客户跟进' },
  revisit: { en: 'revisit', zh: '回访' },
  approval: { en: 'approval', zh: '审批' },
  classification: { en: 'classification', zh: '分类' },
  pause: { en: 'end of the pause', zh: '暂停到期' },
  'parts-awaited': { en: 'arrival of the parts awaited', zh: '待料到货' },
  closing: { en: 'closing of the case', zh: '结案' },
  'action-item': { en: 'action item', zh: '待办事项' },
};
