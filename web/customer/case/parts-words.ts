import type { Words } from '../../shared/language';

export const PARTS_WORDS = {
  title: { en: 'Parts for you', zh: '为您订购的备件' },
  expected: { en: 'expected on {day}', zh: '预计 {day} 到' },
  received: { en: '{received} received', zh: '已收到 {received}' },
  sentTo: { en: 'To {name}, {address}', zh: '收货人：{name}，{address}' },
  parcel: { en: 'Parcel {n}', zh: '包裹 {n}' },
  shipped: { en: 'Sent with {carrier} on {time}', zh: '{time} 由 {carrier} 发出' },
  tracking: { en: 'tracking number {tracking}', zh: '运单号 {tracking}' },
  ask: { en: 'Has this parcel come?', zh: '此包裹是否已收到？' },
  all: { en: 'All came as ordered', zh: '全部收到，无误' },
  wrong: { en: 'Something is wrong', zh: '有误或缺件' },
  receivedCount: { en: 'right', zh: '正确' },
  wrongCount: { en: 'wrong', zh: '错误' },
  missingCount: { en: 'missing', zh: '缺少' },
  send: { en: 'Send what came', zh: '提交收货情况' },
} as const satisfies Words;
