import type { Words } from '../../shared/language';

export const APPOINTMENT_WORDS = {
  move: { en: 'Choose another time', zh: '选择其他时间' },
  day: { en: 'Day', zh: '日期' },
  time: { en: 'Time, in {zone}', zh: '时间（{zone}）' },
  choose: { en: 'Take this time', zh: '选定此时间' },
  take: { en: 'Take {time}', zh: '选定 {time}' },
  keep: { en: 'Keep the appointment', zh: '保留原时间' },
  noSlots: {
    en: 'No other time is free in the next 14 days. Please call us.',
    zh: '未来 14 天内没有其他可选时间，请致电我们。',
  },
} as const satisfies Words;
