import { useRef, useState } from 'react';
import { useWords } from '../language';
import { CASE_WORDS } from './words';

/** Presses that follow each other so soon belong together. */
const TOGETHER_MS = 800;

interface Copied {
  readonly number: string;
  readonly subject: string;
}

/** The number, copied by a press; pressed twice with the subject, three times the link. */
export function CopyNumber({ number, subject }: Copied) {
  const t = useWords(CASE_WORDS);
  const [said, setSaid] = useState('');
  const presses = useRef({ count: 0, at: 0 });
  const copy = () => {
    const now = performance.now();
    const { count, at } = presses.current;
    presses.current = { count: now - at < TOGETHER_MS ? count + 1 : 1, at: now };
    const link = `${location.origin}/cases/${encodeURIComponent(number)}`;
    const text = [number, `${number} ${subject}`, link][(presses.current.count - 1) % 3] ?? number;
    navigator.clipboard.writeText(text).then(
      () => setSaid(t('copied', { number: text })),
      // Without the right to write there, the number stands on the page to be marked by hand.
      () => setSaid(''),
    );
  };
  return (
    <span className="copy-number">
      <button type="button" title={t('copyNumber')} onClick={copy} data-key=".">
        {number}
      </button>
      <span role="status">{said}</span>
    </span>
  );
}
