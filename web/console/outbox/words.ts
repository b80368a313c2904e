import type { Words } from '../../shared/language';

export const OUTBOX_WORDS = {
  connected: { en: 'Connected', zh: '已连接' },
  offline: { en: 'No connection', zh: '无网络' },
  sending: { en: 'Sending…', zh: '正在发送…' },
  waiting: { en: '{count} waiting', zh: '{count} 条待发送' },
  refused: { en: '{count} refused', zh: '{count} 条被退回' },
  title: { en: 'To be sent', zh: '待发送' },
  help: {
    en: 'What you enter waits on this phone until Aftercare has it, also when you close the app.',
    zh: '您录入的内容会保存在本机，直到发送成功；关闭应用也不会丢失。',
  },
  none: { en: 'Everything has been sent.', zh: '全部已发送。' },
  sendNow: { en: 'Send now', zh: '立即发送' },
  others: {
    en: '{count} more wait of somebody else who used this phone. They are sent once that person logs in.',
    zh: '另有 {count} 条属于曾使用本机的其他人员，待其登录后发送。',
  },
  stateRefused: { en: 'Refused', zh: '被退回' },
  stateBehind: { en: 'Waits for the one before it', zh: '等待前一条处理' },
  stateWaiting: { en: 'Waits for a connection', zh: '等待网络' },
  stateUnclear: { en: 'Sent, no answer yet', zh: '已发出，尚无回应' },
  open: { en: 'Open', zh: '打开' },
  discard: { en: 'Discard', zh: '丢弃' },
  discardSure: {
    en: 'Discard “{what}” of {number}? What you entered for it is lost.',
    zh: '丢弃 {number} 的“{what}”？已填写的内容将丢失。',
  },
  discardUnclear: {
    en: 'It was sent, and may have arrived. Discarding it here does not take it back.',
    zh: '该操作已发出，可能已送达；在此丢弃并不会撤回。',
  },
  keep: { en: 'Keep', zh: '保留' },
  toDay: { en: 'To my day', zh: '返回我的日程' },
  files: { en: 'Photos: {count}', zh: '照片：{count} 张' },
} as const satisfies Words;
