import { useSyncExternalStore } from 'react';
import type { Words } from '../shared/language';
import { keepingOf, onKeeping } from './draft-mirror';
import { useWords } from './language';

const WORDS = {
  waiting: { en: '', zh: '' },
  nothing: { en: '', zh: '' },
  server: { en: 'Draft kept', zh: '草稿已保存' },
  tab: {
    en: 'Draft kept in this tab only: the server does not answer',
    zh: '草稿仅保存在本页面：服务器无响应',
  },
} as const satisfies Words;

/** Says quietly that text is safe before it is sent. */
export function DraftKept({ at }: { readonly at: string }) {
  const t = useWords(WORDS);
  const state = useSyncExternalStore(onKeeping, () => keepingOf(at));
  return <span className="quiet small draft-kept">{t(state)}</span>;
}
