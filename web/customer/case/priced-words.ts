import type { Words } from '../../shared/language';

export const PRICED_WORDS = {
  piece: { en: '{quantity} × {price}', zh: '{quantity} 件 × {price}' },
  minute: { en: '{quantity} min at {price} an hour', zh: '{quantity} 分钟，每小时 {price}' },
  trip: { en: '{quantity} trip × {price}', zh: '{quantity} 次上门 × {price}' },
  visit: { en: '{quantity} visit × {price}', zh: '{quantity} 次服务 × {price}' },
  net: { en: 'Before tax', zh: '不含税' },
  tax: { en: 'Tax', zh: '税额' },
  total: { en: 'You pay', zh: '应付合计' },
} as const satisfies Words;
