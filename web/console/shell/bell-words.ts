import type { Words } from '../../shared/language';

export const BELL_WORDS = {
  bell: { en: 'Messages: {count} unread', zh: '消息：{count} 条未读' },
  title: { en: 'Messages', zh: '消息' },
  none: { en: 'There are no messages for you.', zh: '暂无消息。' },
  readAll: { en: 'Mark all as read', zh: '全部标为已读' },
  read: { en: 'Mark as read', zh: '标为已读' },
  unread: { en: 'unread', zh: '未读' },
  older: { en: 'Show older ones', zh: '显示更早的消息' },
} as const satisfies Words;
