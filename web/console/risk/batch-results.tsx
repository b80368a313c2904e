import { useWords } from '../language';
import type { RowResult } from './use-batch';
import { RISK_WORDS } from './words';

const TONES = { waiting: '', working: 'chip-warn', done: 'chip-good', refused: 'chip-bad' } as const;

/** The result of each case of a batch, with the words of a refusal. */
export function BatchResults({ results }: { readonly results: readonly RowResult[] }) {
  const t = useWords(RISK_WORDS);
  return (
    <ul className="risk-results">
      {results.map(({ number, state, why }) => (
        <li key={number}>
          {number} <span className={`chip ${TONES[state]}`}>{t(state)}</span> {why}
        </li>
      ))}
    </ul>
  );
}
