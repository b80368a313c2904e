import type { Schemas } from '../api';
import { PreviewText } from '../forms/preview';
import { useWords } from '../language';
import type { RowResult } from './use-batch';
import { BATCH_WORDS } from './words';

const TONES = {
  waiting: '',
  working: 'chip-warn',
  possible: 'chip-good',
  done: 'chip-good',
  refused: 'chip-bad',
  undone: '',
} as const;

interface Results {
  readonly rows: readonly Schemas['CaseSummary'][];
  readonly results: readonly RowResult[];
}

/** Each case of a batch: what the command would do there, what became of it, and the words of a refusal. */
export function BatchResults({ rows, results }: Results) {
  const t = useWords(BATCH_WORDS);
  const subjects = new Map(rows.map(({ number, subject }) => [number, subject]));
  return (
    // In the order of Tab: one who uses the keyboard has to scroll it.
    <ul className="batch-results" tabIndex={0} aria-label={t('results')}>
      {results.map(({ number, state, why, preview }) => (
        <li key={number}>
          <span className={`chip ${TONES[state]}`}>{t(state)}</span> {number}{' '}
          <span className="quiet">{subjects.get(number)}</span>
          {why !== undefined && <p className="fault">{why}</p>}
          {preview && (
            <details>
              <summary>{t('effect')}</summary>
              <PreviewText preview={preview} isCase />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
