import type { Words } from '../../shared/language';

export const MESSAGE_WORDS = {
  title: { en: 'Write to us', zh: '给我们留言' },
  kind: { en: 'What is it?', zh: '类型' },
  question: { en: 'A question or note', zh: '咨询或补充' },
  complaint: { en: 'A complaint', zh: '投诉' },
  complaintHelp: { en: 'We call you back within 24 hours.', zh: '我们将在 24 小时内回电。' },
  text: { en: 'Your message', zh: '留言内容' },
  yours: { en: 'What you wrote', zh: '您的留言' },
  send: { en: 'Send', zh: '发送' },
} as const satisfies Words;
