import { useEffect, useId, useRef, useState } from 'react';
import type { Schemas } from '../api';
import { useKeptText } from '../kept';
import { useWords } from '../language';
import '../shell/pieces.css';
import { SHELL_WORDS } from '../shell/words';
import { commandOf, undoOf, type BatchAction } from './actions';
import { BatchFields } from './batch-fields';
import { BatchResults } from './batch-results';
import './batch.css';
import { useBatch } from './use-batch';
import { BATCH_WORDS } from './words';

interface Batch {
  readonly action: BatchAction;
  /** The cases as they are shown when the dialog opens. */
  readonly rows: readonly Schemas['CaseSummary'][];
  readonly onDone: (number: string) => void;
  readonly onClose: () => void;
}

/** Gives one command to several cases: first a rehearsal, then one after the other with a result for each, and the way back where there is one. */
export function BatchDialog({ action, rows, onDone, onClose }: Batch) {
  const t = useWords(BATCH_WORDS);
  const shell = useWords(SHELL_WORDS);
  const ids = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [choice, setChoice] = useKeptText(`batch.${action}.choice`);
  const [text, setText] = useKeptText(`batch.${action}`);
  const { results, progress, ...batch } = useBatch(rows, onDone);
  useEffect(() => dialog.current?.showModal(), []);
  const isRunning = progress !== undefined;
  const [isTakenBack, setTakenBack] = useState(false);
  const count = rows.length;
  const countOf = (state: (typeof results)[number]['state']): number =>
    results.filter((result) => result.state === state).length;
  const [possible, done, refused, undone] = [
    countOf('possible'),
    countOf('done'),
    countOf('refused'),
    countOf('undone'),
  ];
  const hasEnded = done + undone > 0 && possible === 0;
  const filled = { choice, text: text.trim() };
  const wayBack = (before: Schemas['CaseSummary']) =>
    undoOf(action, before, t('undoReason', { reason: filled.text }));
  const undoable = results.filter(({ state, before }) => state === 'done' && before && wayBack(before));
  const submit = async () => {
    const command = commandOf(action, filled);
    if (possible === 0) {
      await batch.rehearse(command);
      return;
    }
    if (await batch.run(command)) setChoice('');
  };
  const close = () => {
    // The text stays for the cases that were refused.
    if (done + undone === count) setText('');
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      className="dialog batch"
      aria-labelledby={`${ids}-title`}
      onClose={close}
      // A batch under way is not closed half-way by a key.
      onCancel={(event) => {
        if (isRunning) event.preventDefault();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h2 id={`${ids}-title`}>{t(`${action}Title`, { count })}</h2>
        <p className="quiet">{t(`${action}Help`)}</p>
        <fieldset disabled={isRunning || done + undone > 0}>
          <BatchFields
            action={action}
            filled={{ choice, text }}
            onChange={(changed) => {
              setChoice(changed.choice);
              setText(changed.text);
              batch.forget();
            }}
          />
        </fieldset>
        <progress value={progress ?? (hasEnded ? 1 : 0)} max={1} aria-label={t('results')} />
        <p role="status">
          {isTakenBack
            ? t('undoneCount', { undone, count })
            : done > 0
              ? t('progress', { done, count, refused })
              : possible + refused > 0
                ? t('checked', { possible, count, refused })
                : t('selected', { count })}
        </p>
        <BatchResults rows={rows} results={results} />
        <div className="buttons">
          {done < count && !isTakenBack && (
            <button type="submit" className="button-main" disabled={isRunning}>
              {isRunning
                ? t('working')
                : possible > 0
                  ? t('go', { count: possible })
                  : t(done > 0 ? 'again' : 'check')}
            </button>
          )}
          {hasEnded && !isTakenBack && undoable.length > 0 && (
            <button
              type="button"
              className="button-plain"
              disabled={isRunning}
              onClick={() => {
                setTakenBack(true);
                void batch.undo(wayBack);
              }}
            >
              {t('undo', { count: undoable.length })}
            </button>
          )}
          <button
            type="button"
            className="button-plain"
            disabled={isRunning}
            onClick={() => dialog.current?.close()}
          >
            {shell(done + undone > 0 ? 'close' : 'cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
