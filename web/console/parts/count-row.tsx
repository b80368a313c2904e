import { useId } from 'react';
import { instantText } from '../../shared/instants';
import { useLanguage, useName, useWords } from '../language';
import { piecesOf, type SheetLine, type useCountDraft } from './count-draft';
import { COUNT_WORDS } from './count-words';

interface Of {
  readonly line: SheetLine;
  readonly isBlind: boolean;
  readonly counting: ReturnType<typeof useCountDraft>;
}

/** A part of the sheet, with the place for what was counted of it. */
export function CountRow({ line, isBlind, counting }: Of) {
  const t = useWords(COUNT_WORDS);
  const nameOf = useName();
  const { language } = useLanguage();
  const id = useId();
  const { partNumber, names, model, onShelf, reserved, lastCount } = line;
  const name = nameOf(names);
  const { [partNumber]: count } = counting.draft.counts;
  const typed = count?.typed ?? '';
  const pieces = piecesOf(typed);
  const isWrong = typed !== '' && pieces === undefined;
  const hasMoved = count !== undefined && count.revision !== line.revision;
  return (
    <li className={hasMoved ? 'count-line is-moved' : 'count-line'}>
      <span className="count-part">
        <strong>{name}</strong>
        <span className="quiet">
          {partNumber} · {model}
        </span>
        {lastCount && (
          <span className="quiet no-print">
            {t(lastCount.short > 0 ? 'lastShort' : 'last', {
              at: instantText(lastCount.at, language),
              count: lastCount.counted,
              short: lastCount.short,
            })}
          </span>
        )}
      </span>
      {!isBlind && (
        <span className="count-books">
          <span className="quiet">{t('books')}</span> <b>{onShelf}</b>
          {reserved > 0 && <span className="quiet"> {t('held', { count: reserved })}</span>}
        </span>
      )}
      <span className="count-typed">
        <input
          data-count=""
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          aria-label={t('countOf', { name, part: partNumber })}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong || hasMoved ? id : undefined}
          value={typed}
          onChange={({ target }) => counting.count(line, target.value)}
        />
        {!isBlind && pieces !== undefined && !hasMoved && <Difference by={pieces - onShelf} />}
      </span>
      {isWrong && (
        <span id={id} className="fault">
          {t('notNumber')}
        </span>
      )}
      {hasMoved && !isWrong && (
        <span id={id} className="count-moved">
          {t('moved', { count: onShelf })}{' '}
          <button type="button" className="button-plain" onClick={() => counting.count(line, typed)}>
            {t('stands', { count: typed })}
          </button>
        </span>
      )}
    </li>
  );
}

/** How far a count is from the books, in signs as well as in colour. */
export function Difference({ by }: { readonly by: number }) {
  const t = useWords(COUNT_WORDS);
  if (by === 0) return <span className="chip chip-good">{t('agrees')}</span>;
  return <span className="chip chip-warn">{by > 0 ? `+${by}` : `−${-by}`}</span>;
}
