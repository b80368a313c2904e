import { useWords } from '../language';
import type { Selection } from './use-selection';
import { BATCH_WORDS } from './words';

interface Pick {
  readonly number: string;
  readonly selection: Selection;
}

/** Picks a row; with Shift all rows from the last one on. */
export function PickBox({ number, selection }: Pick) {
  const t = useWords(BATCH_WORDS);
  return (
    <input
      type="checkbox"
      className="pick"
      data-pick={number}
      aria-label={t('select', { number })}
      checked={selection.has(number)}
      onChange={({ nativeEvent }) =>
        selection.toggle(number, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
      }
    />
  );
}

interface PickAll {
  readonly count: number;
  readonly selection: Selection;
}

/** Picks all rows that are shown. */
export function PickAllBox({ count, selection }: PickAll) {
  const t = useWords(BATCH_WORDS);
  const { length } = selection.picked;
  return (
    <input
      type="checkbox"
      className="pick"
      aria-label={t('selectAll')}
      ref={(box) => {
        if (box) box.indeterminate = length > 0 && length < count;
      }}
      checked={length > 0 && length === count}
      onChange={({ target }) => selection.all(target.checked)}
    />
  );
}
