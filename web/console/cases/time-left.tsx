import { useSyncExternalStore } from 'react';
import { useLanguage, useWords } from '../language';
import { instantText, spanText } from '../../shared/instants';
import { CASES_WORDS } from './words';

const TICK_MS = 30_000;
/** A promise due within this long is shown as a warning. */
const SOON_MS = 4 * 3_600_000;

let nowMs = Date.now();
const listeners = new Set<() => void>();
let timer: number | undefined;
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= window.setInterval(() => {
    nowMs = Date.now();
    for (const one of listeners) one();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearInterval(timer);
    timer = undefined;
  };
}

/** The present, moving on every half minute: one timer for the whole page. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => nowMs);

/** Time that is left until an instant, or by how much it is past; the instant itself on hover. */
export function TimeLeft({ at }: { readonly at: string }) {
  const t = useWords(CASES_WORDS);
  const { language } = useLanguage();
  const leftMs = Date.parse(at) - useNow();
  const tone = leftMs < 0 ? 'chip-bad' : leftMs < SOON_MS ? 'chip-warn' : 'chip-good';
  return (
    <time className={`chip ${tone}`} dateTime={at} title={instantText(at, language)}>
      {t(leftMs < 0 ? 'over' : 'left', { span: spanText(leftMs, language) })}
    </time>
  );
}
