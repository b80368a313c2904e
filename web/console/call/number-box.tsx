import { useState } from 'react';
import { useWords } from '../language';
import { CALL_WORDS } from './words';

interface Box {
  readonly number: string;
  readonly onNumber: (number: string) => void;
}

/** The number in any form. What is pasted into the empty box is looked up at once. */
export function NumberBox({ number, onNumber }: Box) {
  const t = useWords(CALL_WORDS);
  const [typed, setTyped] = useState(number);
  return (
    <form
      className="number-box"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onNumber(typed.trim());
      }}
    >
      <label>
        {t('number')}
        <input
          type="tel"
          autoFocus={number === ''}
          autoComplete="off"
          maxLength={60}
          value={typed}
          placeholder={t('numberHint')}
          onChange={({ target }) => setTyped(target.value)}
          onPaste={(event) => {
            if (typed !== '') return;
            event.preventDefault();
            const pasted = event.clipboardData.getData('text').trim().slice(0, 60);
            setTyped(pasted);
            onNumber(pasted);
          }}
        />
      </label>
      <button type="submit" className="button-plain">
        {t('lookUp')}
      </button>
    </form>
  );
}
