import type { Words } from '../../shared/language';

export const CASE_WORDS = {
  case: { en: 'Service case {number}', zh: '服务单 {number}' },
  received: { en: 'Received {time}', zh: '{time} 收到' },
  now: { en: 'Where it stands', zh: '当前进度' },
  zone: { en: 'Times are in your time zone, {zone}.', zh: '时间按您所在时区显示：{zone}。' },
  comes: { en: '{engineer} comes to you', zh: '工程师 {engineer} 上门' },
  onTheWay: { en: '{engineer} is on the way to you', zh: '工程师 {engineer} 正在路上' },
  arrived: { en: '{engineer} has arrived', zh: '工程师 {engineer} 已到达' },
  promised: { en: 'What we promised you', zh: '我们对您的承诺' },
  answer: { en: 'We answer you', zh: '答复您的请求' },
  arrival: { en: 'An engineer is with you', zh: '工程师到场' },
  resolution: { en: 'Your request is settled', zh: '办结您的请求' },
  running: { en: 'by {time}', zh: '{time} 前' },
  noTime: { en: 'time not set yet', zh: '时间待定' },
  met: { en: 'done', zh: '已完成' },
  breached: { en: 'late: promised by {time}. We are sorry.', zh: '已超时，承诺时间为 {time}，非常抱歉' },
  pausedUntil: { en: 'on hold; the clock stands still', zh: '暂停中，暂不计时' },
  ourAnswer: { en: 'Our answer', zh: '我们的答复' },
  yourRequest: { en: 'What you asked for', zh: '您的请求' },
  history: { en: 'What has happened', zh: '处理记录' },
  tested: { en: 'How the repair was tested', zh: '修复后的验证' },
  witnessed: { en: 'Watched by {name}', zh: '{name} 在场见证' },
  moved: { en: 'Your appointment has been changed.', zh: '上门时间已更改。' },
  wished: {
    en: 'Our desk knows when a visit suits you.',
    zh: '服务台已收到您方便的时间。',
  },
  accepted: { en: 'You accepted the quote. Thank you.', zh: '您已接受报价，谢谢。' },
  refused: { en: 'You declined the quote.', zh: '您已拒绝报价。' },
  confirmed: { en: 'Thank you, your receipt is noted.', zh: '谢谢，收货情况已登记。' },
  wrote: { en: 'Your message is with our desk.', zh: '留言已发送至服务台。' },
  complained: {
    en: 'Your complaint is with our desk. We call you back.',
    zh: '投诉已受理，我们将给您回电。',
  },
  photographed: { en: 'Your photos are with your case.', zh: '照片已添加到服务单。' },
  surveyed: { en: 'Thank you for your rating.', zh: '感谢您的评价。' },
} as const satisfies Words;
export type DoneKey =
  | 'moved'
  | 'wished'
  | 'accepted'
  | 'refused'
  | 'confirmed'
  | 'surveyed'
  | 'wrote'
  | 'complained'
  | 'photographed';

export const LINK_WORDS = {
  noneTitle: { en: 'Open the link that we sent you', zh: '请打开我们发送给您的链接' },
  none: {
    en: 'This page shows your case when you come by the link in one of our messages. Open that link again, or call us.',
    zh: '请通过我们消息中的链接进入本页，即可查看您的服务单。请重新打开该链接，或致电我们。',
  },
  'LINK.INVALID': { en: 'This link is not complete', zh: '链接不完整' },
  'LINK.EXPIRED': { en: 'This link has expired', zh: '链接已过期' },
  'LINK.REVOKED': { en: 'This link is no longer open', zh: '链接已失效' },
  'LINK.USED': { en: 'Thank you, we have your answer', zh: '您的评价已收到，谢谢' },
} as const satisfies Words;
