import { ABOUT_CASE } from './template';

/** Messages about a customer's link, and about what is done for them once more (R18, R22, R36). */
export const CUSTOMER_TEMPLATES = {
  'case-link': {
    parameters: { ...ABOUT_CASE, link: 'caseLink' },
    title: { en: 'Your link: {subject}', zh: '您的服务单链接：{subject}' },
    text: {
      en: 'You asked us how your request "{subject}" (case {caseNumber}) is going.{link}',
      zh: '您询问了“{subject}”（服务单号 {caseNumber}）的进展。{link}',
    },
  },
  'report-amended': {
    parameters: { ...ABOUT_CASE, reason: 'text', link: 'caseLink' },
    title: { en: 'Your service report was corrected: {subject}', zh: '售后服务报告单已更正：{subject}' },
    text: {
      en: 'The service report of case {caseNumber} ({subject}) was corrected: {reason}. It says what it said before, too.{link}',
      zh: '服务单 {caseNumber}（{subject}）的售后服务报告单已更正：{reason}。更正前的内容也保留在报告单上。{link}',
    },
  },
  'case-reopened': {
    parameters: { ...ABOUT_CASE, reason: 'text' },
    title: { en: 'Reopened: {subject}', zh: '重新处理：{subject}' },
    text: {
      en: 'Case {caseNumber} ({subject}) was reopened: {reason}. Please see to it again.',
      zh: '服务单 {caseNumber}（{subject}）已重新处理：{reason}。请重新安排。',
    },
  },
  'served-again': {
    parameters: { ...ABOUT_CASE, link: 'caseLink' },
    title: { en: 'We will put it right: {subject}', zh: '我们将重新处理：{subject}' },
    text: {
      en: 'We have taken up "{subject}" (case {caseNumber}) again and will agree on the next step with you.{link}',
      zh: '“{subject}”（服务单号 {caseNumber}）已重新受理，我们将与您约定下一步。{link}',
    },
  },
} as const;
