import { useState } from 'react';
import { useWords } from '../language';
import { CASE_WORDS } from './words';

/** The number, copied by a press. */
export function CopyNumber({ number }: { readonly number: string }) {
  const t = useWords(CASE_WORDS);
  const [said, setSaid] = useState('');
  const copy = () => {
    navigator.clipboard.writeText(number).then(
      () => setSaid(t('copied', { number })),
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
