import type { Words } from '../../shared/language';

export const INBOX_WORDS = {
  title: { en: 'Inbox', zh: '待办' },
  all: { en: 'All', zh: '全部' },
  kinds: { en: 'Kinds of task', zh: '任务类型' },
  overdue: { en: '{count} overdue', zh: '{count} 项超时' },
  soon: { en: '{count} due within {hours} hours', zh: '{count} 项在 {hours} 小时内到期' },
  none: { en: 'Nothing waits for you.', zh: '没有待办任务。' },
  noDue: { en: 'no limit', zh: '无时限' },
  since: { en: 'since {at}', zh: '自 {at}' },
} as const satisfies Words;
