import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from './language';
import { SHARED_WORDS } from './words';

interface Question {
  readonly title: string;
  /** Its consequence. */
  readonly children: ComponentChildren;
  readonly yes: string;
  readonly isBusy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before something that cannot be taken back, and names its consequence. */
export function Confirm({ title, children, yes, isBusy, onYes, onNo }: Question) {
  const t = useWords(SHARED_WORDS);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="question"
      onCancel={(event) => {
        event.preventDefault();
        onNo();
      }}
    >
      <h2 id="question">{title}</h2>
      {children}
      <div class="buttons">
        <button type="button" class="main" disabled={isBusy} onClick={onYes}>
          {isBusy ? t('sending') : yes}
        </button>
        <button type="button" disabled={isBusy} onClick={onNo}>
          {t('cancel')}
        </button>
      </div>
    </dialog>
  );
}
