import { ABOUT_CASE } from './template';

/** Messages to the desks, the engineer and the requester when one case is merged into another (R14). */
export const JOINING_TEMPLATES = {
  'request-joined': {
    parameters: { ...ABOUT_CASE, fromCase: 'text', requests: 'text' },
    title: { en: 'Another case was merged: {subject}', zh: '有服务单并入：{subject}' },
    text: {
      en: 'Case {fromCase} (requests {requests}) was merged into {caseNumber} ({subject}). Please read the added information.',
      zh: '服务单 {fromCase}（请求 {requests}）已并入 {caseNumber}（{subject}），请查看补充内容。',
    },
  },
  'taken-elsewhere': {
    parameters: { ...ABOUT_CASE, into: 'text' },
    title: { en: 'Continued in case {into}: {subject}', zh: '已并入服务单 {into} 处理：{subject}' },
    text: {
      en: 'We merged your request "{subject}" (case {caseNumber}) into case {into} and continue there. Please quote {into} when you contact us.',
      zh: '您的请求“{subject}”（服务单号 {caseNumber}）已并入服务单 {into} 一并处理，查询进展时请提供该单号。',
    },
  },
  'join-refused': {
    parameters: { ...ABOUT_CASE, into: 'text', reason: 'told' },
    title: { en: 'Not merged: {subject}', zh: '未能并入：{subject}' },
    text: {
      en: 'Case {caseNumber} ({subject}) was not merged into {into} and stays open. {reason}',
      zh: '服务单 {caseNumber}（{subject}）未并入 {into}，继续处理。{reason}',
    },
  },
} as const;
