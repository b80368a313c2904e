import { ABOUT_CASE, type NoticeTemplate } from './template';

const NOTE = { ...ABOUT_CASE, by: 'text', text: 'text' } as const;

/** Messages about the notes of a case, to colleagues. */
export const NOTE_TEMPLATES = {
  mentioned: {
    parameters: NOTE,
    title: { en: '{by} mentioned you: {subject}', zh: '{by}提到了您：{subject}' },
    text: {
      en: '{by} mentioned you in a note on case {caseNumber} ({subject}): {text}',
      zh: '{by}在服务单 {caseNumber}（{subject}）的备注中提到了您：{text}',
    },
  },
  'note-added': {
    parameters: NOTE,
    title: { en: 'New note: {subject}', zh: '新备注：{subject}' },
    text: {
      en: '{by} added a note to case {caseNumber} ({subject}), which you follow: {text}',
      zh: '{by}在您关注的服务单 {caseNumber}（{subject}）中添加了备注：{text}',
    },
  },
} as const satisfies Record<string, NoticeTemplate>;
