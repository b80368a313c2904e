import type { Words } from '../../shared/language';

export const ORGANISATION_WORDS = {
  add: { en: 'Open a centre or an outlet', zh: '新增机构' },
  correct: { en: 'Correct', zh: '更正' },
  correctWhich: { en: 'Correct {name}', zh: '更正：{name}' },
  changes: { en: 'Closing and changes', zh: '停用与变更记录' },
  code: { en: 'Code', zh: '编码' },
  codeHelp: {
    en: 'Small letters, digits and hyphens, such as ningbo. It stays for good.',
    zh: '小写字母、数字和连字符，如 ningbo，以后不能更改。',
  },
  kind: { en: 'Kind', zh: '类型' },
  parent: { en: 'Belongs to', zh: '上级机构' },
  parentHelp: {
    en: 'An outlet belongs to a centre, a centre to headquarters.',
    zh: '服务站隶属于服务中心，服务中心隶属于总部。',
  },
  calendarHelp: { en: 'Its working hours and time zone.', zh: '决定工作时间与时区。' },
  province: { en: 'Province', zh: '省份' },
  areaCode: { en: 'Area code', zh: '电话区号' },
  areaCodeHelp: { en: 'With its zero, such as 021.', zh: '含首位 0，如 021。' },
  closed: { en: 'closed', zh: '已停用' },
  close: { en: 'Close it', zh: '停用机构' },
  closeAsk: {
    en: 'No person and no customer can be entered there any more. Its name stays in old cases.',
    zh: '停用后不能再登记员工和客户。历史服务单中的名称保留。',
  },
  closeYes: { en: 'Yes, close it', zh: '确认停用' },
  openAgain: { en: 'Open it again', zh: '重新启用' },
  there: { en: 'There', zh: '现有' },
  people: { en: '{n} people', zh: '{n} 名员工' },
  organisations: { en: '{n} organisations below', zh: '{n} 个下级机构' },
  cases: { en: '{n} open cases', zh: '{n} 张未结服务单' },
  orders: { en: '{n} open parts orders', zh: '{n} 张未结备件订单' },
  customers: { en: '{n} customers', zh: '{n} 名客户' },
  empty: { en: 'nothing that keeps it open', zh: '没有未了事项' },
  notYet: {
    en: 'It closes once all of this, and its stock, is elsewhere.',
    zh: '以上事项及库存全部转移后方可停用。',
  },
} as const satisfies Words;
