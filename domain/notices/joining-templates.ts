import { ABOUT_CASE } from './template';

/** Messages to the desks and the engineer where one case is joined to another (R14). */
export const JOINING_TEMPLATES = {
  'request-joined': {
    parameters: { ...ABOUT_CASE, fromCase: 'text', requests: 'text' },
    title: { en: 'Another request was joined: {subject}', zh: '有请求并入：{subject}' },
    text: {
      en: 'Case {fromCase} (requests {requests}) was joined to {caseNumber} ({subject}). Please read what it adds.',
      zh: '服务单 {fromCase}（请求 {requests}）已并入 {caseNumber}（{subject}），请查看补充内容。',
    },
  },
  'join-refused': {
    parameters: { ...ABOUT_CASE, into: 'text', reason: 'told' },
    title: { en: 'Not joined: {subject}', zh: '未能并入：{subject}' },
    text: {
      en: 'Case {caseNumber} ({subject}) stays open: it was not joined to {into}. {reason}',
      zh: '服务单 {caseNumber}（{subject}）未并入 {into}，继续处理。{reason}',
    },
  },
} as const;
