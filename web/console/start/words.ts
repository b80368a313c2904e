import type { Words } from '../../shared/language';

export const START_WORDS = {
  title: { en: 'Today', zh: '今日' },
  tasks: { en: 'Waits for me', zh: '等我处理' },
  mine: { en: 'My open cases', zh: '我负责的未结服务单' },
  seen: { en: 'All open cases that I see', zh: '我可见的全部未结服务单' },
  stages: { en: 'By stage', zh: '按阶段' },
  screens: { en: 'Go to', zh: '前往' },
  all: { en: 'all', zh: '全部' },
  overdue: { en: 'overdue', zh: '已超时' },
  soon: { en: 'due within {hours} h', zh: '{hours} 小时内到期' },
  breached: { en: 'promise broken', zh: '承诺已超时' },
  paused: { en: 'on hold', zh: '已暂停' },
  approvals: { en: 'approvals', zh: '审批' },
  toPlace: { en: 'jobs to place', zh: '待派工' },
  escalations: { en: 'calls for help', zh: '升级求助' },
  parts: { en: 'Parts', zh: '备件' },
  nothing: { en: 'Nothing waits for you.', zh: '暂无待办。' },
  inbox: { en: 'All {count} in the inbox', zh: '在待办中查看全部 {count} 项' },
} as const satisfies Words;
