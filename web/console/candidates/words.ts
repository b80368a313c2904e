import type { Words } from '../../shared/language';

export const CANDIDATE_WORDS = {
  engineer: { en: 'Engineer, best first', zh: '工程师（按匹配度排序）' },
  takeTime: { en: 'Free {span}', zh: '空闲 {span}' },
} as const satisfies Words;
