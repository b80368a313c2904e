import { ABOUT_CASE } from './template';

/** Messages to the desks, the engineer and the requester when one case is merged into another (R14). */
export const JOINING_TEMPLATES = {
  'request-joined': {
    parameters: { ...ABOUT_CASE, fromCase: 'text', requests: 'text' },
    title: { en: 'Another request was joined: {subject}', zh: '有请求并入：{subject}' },
    text: {
      en: 'Case {fromCase} (requests {requests}) was joined to {caseNumber} ({subject}). Please read what it adds.',
      zh: '服务单 {fromCase}（请求 {requests}）已并入 {caseNumber}（{subject}），请查看补充内容。',
    },
  },
  'taken-elsewhere': {
    parameters: { ...ABOUT_CASE, into: 'text' },
    title: { en: 'Seen to in case {into}: {subject}', zh: '已并入服务单 {into}：{subject}' },
    text: {
      en: 'Your request "{subject}" (case {caseNumber}) is now seen to in case {into}. Please name that number when you ask about it.',
      zh: '您的请求“{subject}”（服务单号 {caseNumber}）现由服务单 {into} 一并处理，查询时请提供该单号。',
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
