import type { Refusals } from '../../refusal';

/** Refusals about approvals (R28). */
export const APPROVAL_ERRORS = {
  'CASE.APPROVAL_PENDING': {
    kind: 'conflict',
    en: 'The {approvalKind} has been waiting for approval by the {role} since {since}.',
    zh: '“{approvalKind}”自 {since} 起待{role}审批。',
  },
  'CASE.PLAN_REJECTED': {
    kind: 'conflict',
    en: 'The repair plan was not approved: {reason} Diagnose again and propose another plan.',
    zh: '维修方案未获批准：{reason} 请重新诊断并提出新方案。',
  },
  'APPROVAL.UNKNOWN': {
    kind: 'invalid',
    en: 'The case has no approval with this ID.',
    zh: '服务单没有该项审批。',
  },
  'APPROVAL.DECIDED_ALREADY': {
    kind: 'conflict',
    en: '{by} already decided this approval at {at}: {decision}. {reason}',
    zh: '{by}已于 {at} 作出决定：{decision}。{reason}',
  },
  'APPROVAL.WITHDRAWN': {
    kind: 'conflict',
    en: 'This approval was withdrawn: {withdrawal}.',
    zh: '该审批已撤回：{withdrawal}。',
  },
  'APPROVAL.OWN_REQUEST': {
    kind: 'forbidden',
    en: 'You cannot approve your own request. Another approver has to decide it.',
    zh: '不能审批本人提出的申请，须由其他审批人处理。',
  },
  'APPROVAL.NOT_YOURS': {
    kind: 'forbidden',
    en: 'This approval is assigned to the {role}.',
    zh: '该审批由{role}处理，您无权审批。',
  },
  'APPROVAL.WITH_THEM_ALREADY': {
    kind: 'invalid',
    en: 'The approval is already assigned to {name}.',
    zh: '该审批已由{name}处理。',
  },
  'APPROVAL.NOT_YOUR_REQUEST': {
    kind: 'forbidden',
    en: 'Only {by}, who requested this approval, can send a reminder.',
    zh: '该审批由{by}提出，仅申请人可以催办。',
  },
  'APPROVAL.REMINDED_ALREADY': {
    kind: 'conflict',
    en: 'A reminder was sent at {at}. You can send the next one from {from}.',
    zh: '已于 {at} 催办；{from} 起可再次催办。',
  },
} as const satisfies Refusals;
