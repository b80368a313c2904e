import type { Words } from '../../shared/language';

export const REQUEST_WORDS = {
  title: { en: 'Ask for service', zh: '提交服务请求' },
  intro: {
    en: 'Tell us what is wrong. In an emergency, please call us.',
    zh: '请说明您遇到的问题。紧急情况请直接致电。',
  },
  name: { en: 'Your name', zh: '您的姓名' },
  phone: { en: 'Telephone number', zh: '联系电话' },
  phoneHelp: { en: 'With the area or country code', zh: '固定电话请加区号' },
  serial: { en: 'Serial number or product', zh: '出厂编号或产品' },
  serialHelp: { en: 'The serial number is on the name plate', zh: '出厂编号见设备铭牌' },
  text: { en: 'What is wrong?', zh: '请描述问题' },
  use: {
    en: 'We use your name and number for this request alone.',
    zh: '您的姓名和电话仅用于处理本次请求。',
  },
  website: { en: 'Leave this empty', zh: '请勿填写此项' },
  send: { en: 'Send the request', zh: '提交' },
  doneTitle: { en: 'We have your request', zh: '您的请求已收到' },
  done: { en: 'Your number is', zh: '您的请求编号' },
  doneCase: {
    en: 'Keep it for your questions. We send you a message with a link to your case.',
    zh: '请保留此编号以便查询。我们将向您发送消息，其中包含查看服务单的链接。',
  },
  another: { en: 'Send another request', zh: '再提交一个请求' },
} as const satisfies Words;
