import type { Words } from '../../shared/language';

export const SNIPPETS_WORDS = {
  hint: { en: '/ for text modules', zh: '输入 / 选择常用语' },
  list: { en: 'Text modules', zh: '常用语' },
} as const satisfies Words;
