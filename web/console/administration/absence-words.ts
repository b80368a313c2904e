import type { Words } from '../../shared/language';

export const ABSENCE_WORDS = {
  add: { en: 'Enter an absence', zh: '登记缺勤' },
  from: { en: 'Away from', zh: '缺勤开始' },
  to: { en: 'Back at', zh: '返岗时间' },
  reason: { en: 'Reason', zh: '原因' },
  reasonHelp: { en: 'Seen by supervisors and the engineer alone.', zh: '仅主管与本人可见。' },
  touches: {
    en: 'In this time there are visits. Each needs another engineer or another appointment: {cases}',
    zh: '该时段内已有上门安排，须改派或改约：{cases}',
  },
  touchesNone: { en: 'Entered. No visit is in this time.', zh: '已登记，该时段内没有上门安排。' },
  withdraw: { en: 'Withdraw', zh: '撤销' },
  withdrawWhich: { en: 'Withdraw the absence from {at}', zh: '撤销 {at} 起的缺勤' },
  visits: { en: 'visits:', zh: '上门：' },
} as const satisfies Words;
