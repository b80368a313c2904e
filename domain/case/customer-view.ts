import type { CaseEvent } from './events';
import type { RegisteredCase } from './state';
import { isUnverified } from './flows/repair/verification';
import { byWorkStage, FLOW_EVENTS_SHOWN } from './flows/all-terms';
import { classifiedOf, type CaseClock, type Stage } from './terms';
import { type Bilingual } from '../bilingual';

/** Where the case stands, in the customer's words rather than the desk's (R36). */
export function stageForCustomer(state: RegisteredCase): Bilingual {
  const { stage, requestType, paused } = state;
  if (paused) return { en: 'on hold', zh: '暂停处理' };
  if (stage === 'classified') return classifiedOf(requestType).toCustomer;
  if (isUnverified(state)) return { en: 'repaired, being tested', zh: '已修复，正在验证' };
  return STAGES_FOR_CUSTOMERS[stage];
}

const DONE: Bilingual = { en: 'service completed', zh: '服务已完成' };
const STAGES_FOR_CUSTOMERS: Readonly<Record<Exclude<Stage, 'classified'>, Bilingual>> = {
  unregistered: { en: 'received', zh: '已收到' },
  registered: { en: 'received', zh: '已收到' },
  answered: { en: 'answered', zh: '已答复' },
  ...byWorkStage(({ toCustomer }) => toCustomer),
  reported: DONE,
  surveyed: DONE,
  revisited: DONE,
  closed: { en: 'closed', zh: '已结案' },
  cancelled: { en: 'cancelled', zh: '已取消' },
  joined: { en: 'merged into another case of yours', zh: '已并入您的其他服务单' },
};

/** The promises that were made to the customer; the others are the company's own (R4, R37). */
export const CLOCKS_SHOWN = ['answer', 'arrival', 'resolution'] as const satisfies readonly CaseClock[];

/**
 * Case history as shown to customers, in these words. Events missing here stay hidden: notes, costs, the
 * diagnosis, and any event added later.
 */
export const EVENTS_SHOWN: { readonly [T in CaseEvent['type']]?: Bilingual } = {
  CaseRegistered: { en: 'We received your request', zh: '已收到您的请求' },
  RequestAnswered: { en: 'We answered', zh: '已答复' },
  EngineerDispatched: { en: 'We assigned an engineer', zh: '已安排工程师' },
  EngineerReassigned: { en: 'We assigned another engineer', zh: '已改派工程师' },
  AppointmentMoved: { en: 'The appointment was changed', zh: '上门时间已变更' },
  EngineerDeparted: { en: 'The engineer set out', zh: '工程师已出发' },
  EngineerArrived: { en: 'The engineer arrived', zh: '工程师已到达' },
  QuoteOffered: { en: 'We sent you a quote', zh: '已向您报价' },
  QuoteAccepted: { en: 'You accepted the quote', zh: '您已接受报价' },
  QuoteRefused: { en: 'You declined the quote', zh: '您已拒绝报价' },
  QuoteLapsed: { en: 'The quote is no longer valid', zh: '报价已过有效期' },
  InvoiceIssued: { en: 'We sent you an invoice', zh: '已开具账单' },
  VisitLeftUnfinished: {
    en: 'The visit could not be completed; we will come again',
    zh: '本次上门未能完成，将再次上门',
  },
  PartsOrdered: { en: 'We ordered parts', zh: '已订购备件' },
  PartsArrived: { en: 'The parts have arrived', zh: '备件已到货' },
  ServiceReported: { en: 'The service report is ready', zh: '售后服务报告单已出具' },
  ReportAmended: { en: 'The service report was corrected', zh: '售后服务报告单已更正' },
  SurveyAsked: { en: 'We sent you a satisfaction survey', zh: '已邀请您评价' },
  SurveyAnswered: { en: 'You answered the survey', zh: '您已评价' },
  RevisitMade: { en: 'We called you to follow up', zh: '已回访' },
  CustomerWrote: { en: 'You wrote to us', zh: '您给我们留言' },
  CaseReopened: { en: 'We reopened your case', zh: '已重开您的服务单' },
  CaseClosed: { en: 'Closed', zh: '已结案' },
  CaseCancelled: { en: 'Cancelled', zh: '已取消' },
  CaseJoined: { en: 'Merged into another case of yours', zh: '已并入您的其他服务单' },
  ...FLOW_EVENTS_SHOWN,
};
