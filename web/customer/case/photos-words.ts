import type { Words } from '../../shared/language';

export const PHOTOS_WORDS = {
  title: { en: 'Photos', zh: '照片' },
  add: { en: 'Add photos', zh: '添加照片' },
  help: {
    en: 'The fault, the display, the name plate. Sent as soon as you choose them, 12 at most.',
    zh: '故障部位、显示屏、铭牌等。选定后立即发送，最多 12 张。',
  },
  odd: { en: 'These are no pictures, and were not sent: {names}', zh: '以下文件不是图片，未发送：{names}' },
} as const satisfies Words;
