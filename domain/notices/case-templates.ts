import { APPROVAL_TEMPLATES } from './approval-templates';
import { CUSTOMER_TEMPLATES } from './customer-templates';
import { JOINING_TEMPLATES } from './joining-templates';
import { NOTE_TEMPLATES } from './note-templates';
import { QUOTE_TEMPLATES } from './quote-templates';
import { ABOUT_CASE, type NoticeTemplate } from './template';

const ABOUT_CLOCK = { ...ABOUT_CASE, clock: 'clock', dueAt: 'instant', late: 'late' } as const;
const APPOINTMENT = { ...ABOUT_CASE, from: 'instant', to: 'instant', engineer: 'text' } as const;

/** Messages about a case, and those about clocks, which every process sends. */
export const CASE_TEMPLATES = {
  ...APPROVAL_TEMPLATES,
  ...QUOTE_TEMPLATES,
  ...JOINING_TEMPLATES,
  ...NOTE_TEMPLATES,
  'case-registered': {
    parameters: { ...ABOUT_CASE, channel: 'channel' },
    title: { en: 'New request: {subject}', zh: '新请求：{subject}' },
    text: {
      en: 'Case {caseNumber} ({subject}) was registered; the request came by {channel}. Please answer it.',
      zh: '服务单 {caseNumber}（{subject}）已登记，来源：{channel}。请答复。',
    },
  },
  'request-received': {
    parameters: { ...ABOUT_CASE, requestNumber: 'text', answerBy: 'answerDue', link: 'caseLink' },
    title: { en: 'We have received your request', zh: '我们已收到您的请求' },
    text: {
      en: 'We registered your request "{subject}": request {requestNumber}, case {caseNumber}.{answerBy}{link}',
      zh: '您的请求“{subject}”已登记，请求编号 {requestNumber}，服务单号 {caseNumber}。{answerBy}{link}',
    },
  },
  'question-escalated': {
    parameters: { ...ABOUT_CASE, question: 'text' },
    title: { en: 'Question for headquarters: {subject}', zh: '上报总部的问题：{subject}' },
    text: {
      en: 'Case {caseNumber} ({subject}) needs an answer from headquarters: {question}',
      zh: '服务单 {caseNumber}（{subject}）需由总部答复：{question}',
    },
  },
  'request-answered': {
    parameters: { ...ABOUT_CASE, answer: 'text', link: 'caseLink' },
    title: { en: 'Answer to your request: {subject}', zh: '对您请求的答复：{subject}' },
    text: { en: '{answer} (case {caseNumber}){link}', zh: '{answer}（服务单号 {caseNumber}）{link}' },
  },
  'offer-made': {
    parameters: { ...ABOUT_CASE, organisation: 'name', from: 'instant', to: 'instant' },
    title: { en: 'Dispatch offer: {subject}', zh: '派工邀约：{subject}' },
    text: {
      en: 'Case {caseNumber} ({subject}) is offered to {organisation}: a visit to the customer between {from} and {to}. Please accept or decline before the offer expires.',
      zh: '现向{organisation}发出服务单 {caseNumber}（{subject}）的派工邀约：请于 {from} 至 {to} 之间派工程师上门。请在时限内接受或谢绝。',
    },
  },
  'offer-passed-on': {
    parameters: {
      ...ABOUT_CASE,
      ...{ before: 'name', organisation: 'name' },
      ...{ end: 'offerEnd', reason: 'text', from: 'instant', to: 'instant' },
    },
    title: { en: 'Dispatch offer passed on: {subject}', zh: '派工邀约已转交：{subject}' },
    text: {
      en: 'The offer of case {caseNumber} ({subject}) to {before} has ended: {end}. {reason} It is now offered to {organisation}: a visit to the customer between {from} and {to}.',
      zh: '服务单 {caseNumber}（{subject}）的派工邀约{before}{end}。{reason} 现转交{organisation}：请于 {from} 至 {to} 之间派工程师上门。',
    },
  },
  'offer-accepted': {
    parameters: { ...ABOUT_CASE, organisation: 'name' },
    title: { en: 'Dispatch offer accepted: {subject}', zh: '派工邀约已接受：{subject}' },
    text: {
      en: '{organisation} accepted case {caseNumber} ({subject}) and will dispatch an engineer.',
      zh: '{organisation}已接受服务单 {caseNumber}（{subject}）并将指派工程师。',
    },
  },
  'offer-ended': {
    parameters: { ...ABOUT_CASE, end: 'offerEnd', reason: 'text' },
    title: { en: 'Dispatch offer ended: {subject}', zh: '派工邀约已结束：{subject}' },
    text: {
      en: 'Case {caseNumber} ({subject}) is no longer offered to you: {end}. {reason}',
      zh: '服务单 {caseNumber}（{subject}）的派工邀约已结束：{end}。{reason}',
    },
  },
  'work-order': {
    parameters: APPOINTMENT,
    title: { en: 'Work order: {subject}', zh: '派工：{subject}' },
    text: {
      en: '{engineer}, case {caseNumber} ({subject}) is assigned to you. Please be at the customer site between {from} and {to}.',
      zh: '{engineer}，服务单 {caseNumber}（{subject}）已派给您，请于 {from} 至 {to} 之间到达客户现场。',
    },
  },
  'engineer-appointed': {
    parameters: { ...APPOINTMENT, link: 'caseLink' },
    title: { en: 'Your appointment: {subject}', zh: '工程师上门安排：{subject}' },
    text: {
      en: 'Our engineer {engineer} will visit you between {from} and {to} (case {caseNumber}, {subject}).{link}',
      zh: '我们的工程师 {engineer} 将于 {from} 至 {to} 之间上门为您服务（服务单号 {caseNumber}，{subject}）。{link}',
    },
  },
  'engineer-absent': {
    parameters: APPOINTMENT,
    title: { en: 'The engineer is absent: {subject}', zh: '工程师缺勤：{subject}' },
    text: {
      en: '{engineer}, who is dispatched for case {caseNumber} ({subject}), is absent from {from} to {to}. Reassign the case, or agree on another time with the customer.',
      zh: '已派往服务单 {caseNumber}（{subject}）的工程师 {engineer} 于 {from} 至 {to} 缺勤：请改派，或与客户另约时间。',
    },
  },
  'engineer-on-the-way': {
    parameters: { ...ABOUT_CASE, engineer: 'text' },
    title: { en: 'Our engineer is on the way: {subject}', zh: '工程师已出发：{subject}' },
    text: {
      en: 'Our engineer {engineer} is on the way to you (case {caseNumber}, {subject}).',
      zh: '我们的工程师 {engineer} 已出发前往您处（服务单号 {caseNumber}，{subject}）。',
    },
  },
  'visit-unfinished': {
    parameters: { ...ABOUT_CASE, reason: 'unfinished', note: 'text' },
    title: { en: 'Visit unfinished: {subject}', zh: '上门未完成：{subject}' },
    text: {
      en: 'The visit for case {caseNumber} ({subject}) could not be completed: {reason}. {note} Please dispatch again.',
      zh: '服务单 {caseNumber}（{subject}）本次上门未完成：{reason}。{note} 请重新派工。',
    },
  },
  'another-visit': {
    parameters: { ...ABOUT_CASE, reason: 'unfinished', link: 'caseLink' },
    title: { en: 'Another visit is needed: {subject}', zh: '需要再次上门：{subject}' },
    text: {
      en: 'We could not complete our visit for "{subject}" (case {caseNumber}): {reason}. We will contact you to arrange the next appointment.{link}',
      zh: '“{subject}”（服务单号 {caseNumber}）本次上门服务未能完成：{reason}。我们将与您联系，约定下一次上门时间。{link}',
    },
  },
  'survey-asked': {
    parameters: { ...ABOUT_CASE, link: 'surveyLink' },
    title: { en: 'How did we do?', zh: '请评价我们的服务' },
    text: {
      en: 'The service for "{subject}" (case {caseNumber}) is complete. Please tell us how satisfied you are with the product and with our service.{link}',
      zh: '“{subject}”的服务（服务单号 {caseNumber}）已完成，请您对产品和服务作出评价。{link}',
    },
  },
  'survey-reminder': {
    parameters: { ...ABOUT_CASE, link: 'surveyLink' },
    title: { en: 'Reminder: how did we do?', zh: '期待您的评价' },
    text: {
      en: 'We would still like to know how satisfied you were with the service for "{subject}" (case {caseNumber}).{link}',
      zh: '我们仍期待您对“{subject}”的服务（服务单号 {caseNumber}）作出评价。{link}',
    },
  },
  ...CUSTOMER_TEMPLATES,
  'case-closed': {
    parameters: ABOUT_CASE,
    title: { en: 'Closed: {subject}', zh: '已结案：{subject}' },
    text: {
      en: 'Case {caseNumber} ({subject}) is closed. Thank you for your trust. If anything is not right, please contact us.',
      zh: '服务单 {caseNumber}（{subject}）已结案。感谢您的信任，如有问题请随时与我们联系。',
    },
  },
  // As in `report-amended`: the reason stays with the case (ADR 52).
  'case-cancelled': {
    parameters: { ...ABOUT_CASE, reason: 'text' },
    title: { en: 'Cancelled: {subject}', zh: '已取消：{subject}' },
    text: {
      en: 'Your request "{subject}" (case {caseNumber}) has been cancelled. If you still need service, please contact us.',
      zh: '您的请求“{subject}”（服务单号 {caseNumber}）已取消。如仍需服务，请随时与我们联系。',
    },
  },
  'work-order-reassigned': {
    parameters: { ...ABOUT_CASE, reason: 'text' },
    title: { en: 'Work order reassigned: {subject}', zh: '已改派：{subject}' },
    text: {
      en: 'Case {caseNumber} ({subject}) has been reassigned to another engineer. Please do not set out. Reason: {reason}',
      zh: '服务单 {caseNumber}（{subject}）已改派其他工程师，请勿前往。原因：{reason}',
    },
  },
  'appointment-moved': {
    parameters: { ...ABOUT_CASE, from: 'instant', to: 'instant', link: 'caseLink' },
    title: { en: 'New appointment: {subject}', zh: '上门时间已变更：{subject}' },
    text: {
      en: 'The appointment for case {caseNumber} ({subject}) has been changed to {from} to {to}.{link}',
      zh: '服务单 {caseNumber}（{subject}）的上门时间改为 {from} 至 {to}。{link}',
    },
  },
  'work-order-cancelled': {
    parameters: { ...ABOUT_CASE, reason: 'text' },
    title: { en: 'Work order cancelled: {subject}', zh: '派工取消：{subject}' },
    text: {
      en: 'Case {caseNumber} ({subject}) was cancelled. Please do not set out. Reason: {reason}',
      zh: '服务单 {caseNumber}（{subject}）已取消，请勿前往。原因：{reason}',
    },
  },
  'case-handed-over': {
    parameters: { ...ABOUT_CASE, by: 'text', reason: 'text' },
    title: { en: 'Transferred to you: {subject}', zh: '移交给您：{subject}' },
    text: {
      en: '{by} transferred case {caseNumber} ({subject}) to you: {reason}',
      zh: '服务单 {caseNumber}（{subject}）由{by}移交给您处理：{reason}',
    },
  },
  'follow-up': {
    parameters: { ...ABOUT_CASE, kind: 'followUp', reason: 'told' },
    title: { en: 'Action item: {kind}', zh: '待跟进：{kind}' },
    text: {
      en: 'Case {caseNumber} ({subject}) needs action: {kind}. {reason}',
      zh: '服务单 {caseNumber}（{subject}）需要跟进：{kind}。{reason}',
    },
  },
  'clock-warned': {
    parameters: ABOUT_CLOCK,
    title: { en: 'Due soon: {clock}', zh: '时限预警：{clock}' },
    text: {
      en: 'The {clock} of case {caseNumber} ({subject}) is due at {dueAt}.{late}',
      zh: '服务单 {caseNumber}（{subject}）的“{clock}”时限将于 {dueAt} 到期。{late}',
    },
  },
  'clock-breached': {
    parameters: ABOUT_CLOCK,
    title: { en: 'Overdue: {clock}', zh: '已超时：{clock}' },
    text: {
      en: 'The {clock} of case {caseNumber} ({subject}) was due at {dueAt} and is overdue.{late}',
      zh: '服务单 {caseNumber}（{subject}）的“{clock}”时限为 {dueAt}，现已超时。{late}',
    },
  },
  'clock-escalated': {
    parameters: ABOUT_CLOCK,
    title: { en: 'Escalated to you: {clock}', zh: '升级处理：{clock}' },
    text: {
      en: 'The {clock} of case {caseNumber} ({subject}) was due at {dueAt}, is still open, and has been escalated to you.{late}',
      zh: '服务单 {caseNumber}（{subject}）的“{clock}”时限为 {dueAt}，至今未完成，现升级由您处理。{late}',
    },
  },
  'pause-over': {
    parameters: ABOUT_CASE,
    title: { en: 'The pause is over: {subject}', zh: '暂停已结束：{subject}' },
    text: {
      en: 'The pause of case {caseNumber} ({subject}) has ended. Its SLA timers are running again.',
      zh: '服务单 {caseNumber}（{subject}）的暂停已到期，各项时限恢复计时。',
    },
  },
} as const satisfies Record<string, NoticeTemplate>;
