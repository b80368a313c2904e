import { ABOUT_CASE } from './template';

/** Messages about a customer's link, and about what is done for them once more (R18, R22, R36). */
export const CUSTOMER_TEMPLATES = {
  'case-link': {
    parameters: { ...ABOUT_CASE, link: 'caseLink' },
    title: { en: 'Your case link: {subject}', zh: '您的服务单链接：{subject}' },
    text: {
      en: 'Here is the current status of your request "{subject}" (case {caseNumber}).{link}',
      zh: '您可随时查询“{subject}”（服务单号 {caseNumber}）的最新进展。{link}',
    },
  },
  // The reason is for staff, who read it with the case: the customer reads the changes themselves (ADR 52).
  'report-amended': {
    parameters: { ...ABOUT_CASE, reason: 'text', link: 'caseLink' },
    title: {
      en: 'Your service report has been corrected: {subject}',
      zh: '您的售后服务报告单已更正：{subject}',
    },
    text: {
      en: 'We have corrected the service report for "{subject}" (case {caseNumber}). The new version shows each change and what it said before.{link}',
      zh: '“{subject}”（服务单号 {caseNumber}）的售后服务报告单已更正，新版报告单列明各项更正及更正前的内容。{link}',
    },
  },
  'case-reopened': {
    parameters: { ...ABOUT_CASE, reason: 'text' },
    title: { en: 'Reopened: {subject}', zh: '服务单已重开：{subject}' },
    text: {
      en: 'Case {caseNumber} ({subject}) was reopened: {reason}. Please arrange the next step.',
      zh: '服务单 {caseNumber}（{subject}）已重开：{reason}。请安排后续处理。',
    },
  },
  'served-again': {
    parameters: { ...ABOUT_CASE, link: 'caseLink' },
    title: { en: 'We reopened your case: {subject}', zh: '您的服务单已重开：{subject}' },
    text: {
      en: 'We reopened your case {caseNumber} ("{subject}") and will contact you to agree on the next step.{link}',
      zh: '您的服务单 {caseNumber}（“{subject}”）已重开，我们将与您联系，商定后续安排。{link}',
    },
  },
} as const;
