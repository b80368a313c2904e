import type { Words } from '../../shared/language';

export const SURVEY_WORDS = {
  title: { en: 'How satisfied are you?', zh: '请评价本次服务' },
  service: { en: 'With our service', zh: '对我们的服务' },
  product: { en: 'With the product', zh: '对产品' },
  score5: { en: 'very satisfied', zh: '非常满意' },
  score4: { en: 'satisfied', zh: '满意' },
  score3: { en: 'neither', zh: '一般' },
  score2: { en: 'dissatisfied', zh: '不满意' },
  score1: { en: 'very dissatisfied', zh: '非常不满意' },
  comment: { en: 'What should we know?', zh: '您的意见' },
  send: { en: 'Send the rating', zh: '提交评价' },
  answered: { en: 'Thank you, we have your rating', zh: '您的评价已收到，谢谢' },
  lapsed: { en: 'The survey has ended', zh: '评价已截止' },
  'not-asked': { en: 'There is nothing to rate yet', zh: '暂无需要评价的服务' },
  noMore: {
    en: 'If you want to tell us something all the same, please call us.',
    zh: '如您仍有意见，请致电我们。',
  },
} as const satisfies Words;
