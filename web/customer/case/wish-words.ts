import type { Words } from '../../shared/language';

export const WISH_WORDS = {
  open: { en: 'Tell us when it suits you', zh: '告诉我们您方便的时间' },
  title: { en: 'When does a visit suit you?', zh: '您希望何时上门？' },
  help: {
    en: 'Choose as many times as you like. We arrange the visit by them, and show it here.',
    zh: '可多选。我们将据此安排上门，并在此页显示。',
  },
  morning: { en: 'Morning', zh: '上午' },
  afternoon: { en: 'Afternoon', zh: '下午' },
  note: { en: 'Anything else? (optional)', zh: '其他说明（选填）' },
  send: { en: 'Send', zh: '发送' },
  none: { en: 'Please choose a time, or write what suits you.', zh: '请选择时间，或填写您方便的时间。' },
  close: { en: 'Not now', zh: '暂不填写' },
  text: { en: 'A visit suits me: {times} ({zone})', zh: '方便上门的时间：{times}（{zone}）' },
  noTime: { en: 'About the visit:', zh: '关于上门时间：' },
} as const satisfies Words;
