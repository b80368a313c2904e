import type { NoticeTemplate } from './template';

const ABOUT_APPROVAL = {
  caseNumber: 'text',
  subject: 'text',
  approvalKind: 'approvalKind',
  what: 'text',
} as const;
const OPEN_STILL = { ...ABOUT_APPROVAL, dueAt: 'instant', late: 'late' } as const;

/** Messages about approvals, to approvers and requesters. */
export const APPROVAL_TEMPLATES = {
  'approval-requested': {
    parameters: { ...ABOUT_APPROVAL, why: 'name' },
    title: { en: 'For your approval: {approvalKind}', zh: '待您审批：{approvalKind}' },
    text: {
      en: 'Case {caseNumber} ({subject}) needs your approval ({approvalKind}): {what} Why: {why}',
      zh: '服务单 {caseNumber}（{subject}）的“{approvalKind}”待您审批：{what} 审批依据：{why}',
    },
  },
  'approval-escalated': {
    parameters: { ...ABOUT_APPROVAL, why: 'name' },
    title: { en: 'Escalated to you for approval: {approvalKind}', zh: '审批升级，待您处理：{approvalKind}' },
    text: {
      en: 'The approval for case {caseNumber} ({subject}) is overdue and has been escalated to you ({approvalKind}): {what} Why: {why}',
      zh: '服务单 {caseNumber}（{subject}）的“{approvalKind}”逾期未审批，现由您审批：{what} 审批依据：{why}',
    },
  },
  'approval-reminder': {
    parameters: OPEN_STILL,
    title: { en: 'Reminder, for your approval: {approvalKind}', zh: '审批提醒：{approvalKind}' },
    text: {
      en: 'Case {caseNumber} ({subject}) is waiting for your approval ({approvalKind}): {what} It is due at {dueAt}.{late}',
      zh: '服务单 {caseNumber}（{subject}）的“{approvalKind}”仍待您审批：{what} 时限为 {dueAt}。{late}',
    },
  },
  'approval-reminded': {
    parameters: { ...ABOUT_APPROVAL, why: 'name', by: 'text', since: 'instant' },
    title: { en: 'Your decision is requested: {approvalKind}', zh: '审批催办：{approvalKind}' },
    text: {
      en: '{by} asks you to decide on case {caseNumber} ({subject}), {approvalKind}: {what} It has been waiting since {since}. Why: {why}',
      zh: '{by}催请您审批服务单 {caseNumber}（{subject}）的“{approvalKind}”：{what} 自 {since} 起待审批。审批依据：{why}',
    },
  },
  'approval-overdue': {
    parameters: OPEN_STILL,
    title: { en: 'Approval overdue: {approvalKind}', zh: '审批已超时：{approvalKind}' },
    text: {
      en: 'The approval for case {caseNumber} ({subject}), {approvalKind}, was due at {dueAt} and is still open: {what}{late}',
      zh: '服务单 {caseNumber}（{subject}）的“{approvalKind}”审批时限为 {dueAt}，现已超时：{what}{late}',
    },
  },
  'approval-decided': {
    parameters: { ...ABOUT_APPROVAL, status: 'approvalStatus', by: 'text', reason: 'text' },
    title: { en: 'Your request is {status}: {approvalKind}', zh: '您的申请{status}：{approvalKind}' },
    text: {
      en: '{by} decided on case {caseNumber} ({subject}), {approvalKind}: {status}. {reason}',
      zh: '{by}对服务单 {caseNumber}（{subject}）的“{approvalKind}”作出决定：{status}。{reason}',
    },
  },
  'approval-withdrawn': {
    parameters: { ...ABOUT_APPROVAL, withdrawal: 'withdrawal' },
    title: { en: 'Approval no longer needed: {approvalKind}', zh: '审批已撤回：{approvalKind}' },
    text: {
      en: 'Your decision on case {caseNumber} ({subject}), {approvalKind}, is no longer needed: {withdrawal}.',
      zh: '服务单 {caseNumber}（{subject}）的“{approvalKind}”无需再审批：{withdrawal}。',
    },
  },
} as const satisfies Record<string, NoticeTemplate>;
