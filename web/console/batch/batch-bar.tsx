import { lazy, Suspense, useState } from 'react';
import type { Schemas } from '../api';
import { useWords } from '../language';
import { useMay } from '../session';
import { BATCH_ACTIONS, type BatchAction } from './actions';
import './batch.css';
import type { Selection } from './use-selection';
import { BATCH_WORDS } from './words';

/** Loaded when a batch begins: a list is read far more often. */
const BatchDialog = lazy(async () => ({ default: (await import('./batch-dialog')).BatchDialog }));

interface Bar {
  readonly rows: readonly Schemas['CaseSummary'][];
  readonly selection: Selection;
  /** Said while nothing is picked. */
  readonly found: string;
  /** Reads the list again after a batch. */
  readonly onClose: () => void;
}

/** How many rows are picked, and what may be done to all of them. It keeps its room while nothing is picked. */
export function BatchBar({ rows, selection, found, onClose }: Bar) {
  const t = useWords(BATCH_WORDS);
  const may = useMay();
  const [batch, setBatch] = useState<{ readonly action: BatchAction; readonly rows: Bar['rows'] }>();
  const count = selection.picked.length;
  return (
    <>
      <div className={count > 0 ? 'batch-bar batch-bar-on' : 'batch-bar'}>
        <p className={count > 0 ? undefined : 'quiet'} role="status">
          {count > 0 ? t('selected', { count }) : found}
        </p>
        {count > 0 && (
          <div className="buttons">
            {BATCH_ACTIONS.filter(({ needs }) => may(needs)).map(({ action }) => (
              <button
                key={action}
                type="button"
                className="button-plain"
                onClick={() => setBatch({ action, rows: rows.filter(({ number }) => selection.has(number)) })}
              >
                {t(action)}
              </button>
            ))}
            <button type="button" className="button-plain" onClick={() => selection.all(false)}>
              {t('clear')}
            </button>
          </div>
        )}
      </div>
      {batch && (
        <Suspense>
          <BatchDialog
            action={batch.action}
            rows={batch.rows}
            onClose={() => {
              setBatch(undefined);
              onClose();
            }}
            onDone={selection.drop}
          />
        </Suspense>
      )}
    </>
  );
}
