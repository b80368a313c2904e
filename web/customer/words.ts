import type { Words } from '../shared/language';

/** Texts that every page of customers shares. */
export const SHARED_WORDS = {
  language: { en: 'Language', zh: '语言' },
  loading: { en: 'Loading…', zh: '正在加载…' },
  retry: { en: 'Try again', zh: '重试' },
  cancel: { en: 'Go back', zh: '返回' },
  sending: { en: 'Sending…', zh: '正在提交…' },
  offline: {
    en: 'No connection. Try again; what you typed is kept.',
    zh: '网络连接失败，请重试，您填写的内容已保留。',
  },
  stale: {
    en: 'No connection: this is what we knew at {time}.',
    zh: '网络连接失败，以下为 {time} 的信息。',
  },
  refusedBefore: {
    en: 'This was not accepted. Send it again to see why.',
    zh: '未能提交，请再次提交以查看原因。',
  },
  failed: { en: 'This could not be loaded', zh: '无法加载' },
  call: { en: 'Call {number}', zh: '拨打 {number}' },
  promises: { en: 'What we promise', zh: '服务承诺' },
  newRequest: { en: 'New service request', zh: '提交服务请求' },
  optional: { en: 'optional', zh: '选填' },
} as const satisfies Words;
