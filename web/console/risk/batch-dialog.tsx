import { useEffect, useId, useRef, useState } from 'react';
import { ColleagueSelect } from '../approvals/colleague-select';
import { ReasonField } from '../approvals/reason-field';
import { useKeptText } from '../kept';
import { useWords } from '../language';
import { SHELL_WORDS } from '../shell/words';
import { BatchResults } from './batch-results';
import { useBatch } from './use-batch';
import { RISK_WORDS } from './words';

export type BatchAction = 'handOver' | 'escalate';

interface Batch {
  readonly action: BatchAction;
  readonly numbers: readonly string[];
  readonly onDone: (number: string) => void;
  readonly onClose: () => void;
}

/** Gives one command to several cases, one after the other, with a result for each. */
export function BatchDialog({ action, numbers, onDone, onClose }: Batch) {
  const t = useWords(RISK_WORDS);
  const shell = useWords(SHELL_WORDS);
  const ids = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [staffId, setStaffId] = useState('');
  const [reason, setReason] = useKeptText(`batch.${action}`);
  const { results, isRunning, run } = useBatch(numbers, onDone);
  useEffect(() => dialog.current?.showModal(), []);
  const count = numbers.length;
  const [done, refused] = (['done', 'refused'] as const).map(
    (state) => results.filter((result) => result.state === state).length,
  );
  const hasBegun = results.length > 0;
  const start = async () => {
    const text = reason.trim();
    const isWhole = await run(
      action === 'handOver'
        ? { type: 'handOver', data: { staffId, reason: text } }
        : { type: 'escalate', data: { reason: text } },
    );
    if (isWhole) setReason('');
  };
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={`${ids}-title`}
      onClose={onClose}
      // A batch under way is not closed half-way by a key.
      onCancel={(event) => {
        if (isRunning) event.preventDefault();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <h2 id={`${ids}-title`}>{t(`${action}Title`, { count })}</h2>
        <p className="quiet">{t(`${action}Help`)}</p>
        {action === 'handOver' && (
          <>
            <label htmlFor={`${ids}-to`}>{t('to')}</label>
            <ColleagueSelect
              id={`${ids}-to`}
              value={staffId}
              onChange={setStaffId}
              hint={t('choosePerson')}
              isFit={({ roles }) => !roles.includes('repair-engineer')}
            />
          </>
        )}
        <ReasonField id={`${ids}-reason`} label={t('reason')} value={reason} onChange={setReason} />
        {hasBegun && (
          <>
            <progress value={(done ?? 0) + (refused ?? 0)} max={count} aria-label={t('results')} />
            <p role="status">{t('progress', { done: done ?? 0, count, refused: refused ?? 0 })}</p>
            <BatchResults results={results} />
          </>
        )}
        <div className="buttons">
          {done !== count && (
            <button type="submit" className="button-main" disabled={isRunning}>
              {hasBegun && !isRunning ? t('again') : t('go')}
            </button>
          )}
          <button
            type="button"
            className="button-plain"
            disabled={isRunning}
            onClick={() => dialog.current?.close()}
          >
            {shell(hasBegun ? 'close' : 'cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
