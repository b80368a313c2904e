import type { Refusals } from '../../refusal';

/** Refusals about approvals (R28). */
export const APPROVAL_ERRORS = {
  'CASE.APPROVAL_PENDING': {
    kind: 'conflict',
    en: 'An approval is awaited since {since} ({approvalKind}, with: {role}).',
    zh: '“{approvalKind}”自 {since} 起待{role}审批。',
  },
  'CASE.PLAN_REJECTED': {
    kind: 'conflict',
    en: 'The plan was not approved: {reason} Diagnose again, with another plan.',
    zh: '维修方案未获批准：{reason} 请重新诊断并提出新方案。',
  },
  'APPROVAL.UNKNOWN': {
    kind: 'invalid',
    en: 'The case has no such approval.',
    zh: '服务单没有该项审批。',
  },
  'APPROVAL.DECIDED_ALREADY': {
    kind: 'conflict',
    en: '{by} decided this at {at}: {decision}. {reason}',
    zh: '{by}已于 {at} 作出决定：{decision}。{reason}',
  },
  'APPROVAL.WITHDRAWN': {
    kind: 'conflict',
    en: 'This approval was withdrawn: {withdrawal}.',
    zh: '该审批已撤回：{withdrawal}。',
  },
  'APPROVAL.OWN_REQUEST': {
    kind: 'forbidden',
    en: 'Nobody decides their own request: somebody else has to.',
    zh: '不得审批本人提出的申请，须由他人审批。',
  },
  'APPROVAL.NOT_YOURS': {
    kind: 'forbidden',
    en: 'This approval is with somebody else ({role}).',
    zh: '该审批由{role}处理，您无权审批。',
  },
  'APPROVAL.WITH_THEM_ALREADY': {
    kind: 'invalid',
    en: 'It is with {name} already.',
    zh: '该审批已由{name}处理。',
  },
  'APPROVAL.NOT_YOUR_REQUEST': {
    kind: 'forbidden',
    en: '{by} has asked for this approval, and alone reminds of it.',
    zh: '该审批由{by}提出，仅申请人可以催办。',
  },
  'APPROVAL.REMINDED_ALREADY': {
    kind: 'conflict',
    en: 'This was reminded of at {at} already; it can be again from {from} on.',
    zh: '已于 {at} 催办；{from} 起可再次催办。',
  },
} as const satisfies Refusals;
