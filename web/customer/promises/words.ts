import type { Words } from '../../shared/language';

export const PROMISES_WORDS = {
  title: { en: 'What we promise, and how we keep it', zh: '服务承诺与兑现情况' },
  measured: {
    en: 'Measured over all requests of the last year, until {time}.',
    zh: '统计范围为过去一年的全部请求，截至 {time}。',
  },
  kept: { en: '{percent} % kept', zh: '兑现率 {percent}%' },
  of: { en: 'of {due} that were due', zh: '共 {due} 项到期' },
  none: { en: 'nothing was due yet', zh: '尚无到期项' },
} as const satisfies Words;
