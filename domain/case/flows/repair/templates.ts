import { ABOUT_CASE, type NoticeTemplate } from '../../../notices/template';

/** The messages of a repair. */
export const REPAIR_TEMPLATES = {
  'verification-failed': {
    parameters: { ...ABOUT_CASE, note: 'text' },
    title: { en: 'The repair did not pass its test: {subject}', zh: '维修未通过验证：{subject}' },
    text: {
      en: 'The repair of case {caseNumber} ({subject}) did not pass its test: {note} The engineer is diagnosing the fault again.',
      zh: '服务单 {caseNumber}（{subject}）的维修未通过验证：{note} 工程师将重新诊断。',
    },
  },
  'case-left-unrepaired': {
    parameters: { caseNumber: 'text', subject: 'text' },
    title: { en: 'Ended without a repair: {subject}', zh: '未维修结束：{subject}' },
    text: {
      en: 'Because our quote was not accepted, "{subject}" (case {caseNumber}) ends without a repair. If you would like to have it repaired after all, please contact us.',
      zh: '因报价未获接受，“{subject}”（服务单号 {caseNumber}）未作维修即结束。如仍需维修，请随时与我们联系。',
    },
  },
} as const satisfies Readonly<Record<string, NoticeTemplate>>;
