import { useRef, useState, type KeyboardEvent } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import { DraftKept } from '../draft-kept';
import { useRemembered } from '../kept';
import { useWords } from '../language';
import { More } from '../shell/pages';
import { useSearchText } from '../shell/search-text';
import { Failed, Loading } from '../shell/states';
import { draftKey, readyOf, useCountDraft } from './count-draft';
import { CountReview } from './count-review';
import { CountRow } from './count-row';
import { COUNT_WORDS } from './count-words';
import './count.css';
import type { Depot } from './depots';
import { PARTS_WORDS } from './words';

const ON_OFF = ['off', 'on'] as const;

/** A keeper counts their depot: the sheet, then the differences, then the posting. */
export function TakeStock({ depot }: { readonly depot: Depot }) {
  const t = useWords(COUNT_WORDS);
  const parts = useWords(PARTS_WORDS);
  const [q, setQ] = useState<string>();
  const [isWhole, setWhole] = useState(false);
  const [blind, setBlind] = useRemembered('aftercare.blind-count', ON_OFF, 'off');
  const [isReviewed, setReviewed] = useState(false);
  const counting = useCountDraft(depot.id);
  const search = useSearchText(q, setQ);
  const list = useInfiniteQuery({
    queryKey: ['stock-sheet', depot.id, q, isWhole],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/v1/stock-takes/sheet', {
          params: {
            query: {
              depot: depot.id,
              ...(q !== undefined && { q }),
              ...(isWhole && { parts: 'all' as const }),
              ...(pageParam !== '' && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const onReview = useRef<HTMLButtonElement>(null);
  if (list.error && !list.data) return <Failed error={list.error} retry={() => void list.refetch()} />;
  const lines = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const ready = readyOf(counting.draft);

  if (isReviewed)
    return (
      <CountReview
        depot={depot}
        counting={counting}
        onBack={() => {
          setReviewed(false);
          void list.refetch();
        }}
      />
    );
  return (
    <section className="card count" aria-labelledby="sheet">
      <div className="count-head">
        <h2 id="sheet">{t('sheet')}</h2>
        <button type="button" className="button-plain no-print" onClick={() => window.print()}>
          {t('print')}
        </button>
      </div>
      <p className="quiet no-print">{t('how')}</p>
      <div className="filters no-print">
        <form {...search.form}>
          <input aria-label={t('search')} placeholder={t('search')} {...search.input} />
        </form>
        <label className="check">
          <input
            type="checkbox"
            checked={blind === 'on'}
            onChange={({ target }) => setBlind(target.checked ? 'on' : 'off')}
          />
          {t('blind')}
        </label>
        <label className="check">
          <input type="checkbox" checked={isWhole} onChange={({ target }) => setWhole(target.checked)} />
          {t('all')}
        </label>
      </div>
      {list.isPending ? (
        <Loading />
      ) : (
        <ul className="count-lines" onKeyDown={(event) => goOn(event, onReview.current)}>
          {lines.map((line) => (
            <CountRow key={line.partNumber} line={line} isBlind={blind === 'on'} counting={counting} />
          ))}
          {lines.length === 0 && <li className="quiet">{parts('noPart')}</li>}
        </ul>
      )}
      <More list={list} />
      <div className="count-foot no-print">
        <span role="status">{t('progress', { count: ready.typed, differ: ready.differences.length })}</span>
        <DraftKept at={draftKey(depot.id)} />
        <button
          ref={onReview}
          type="button"
          className="button-main"
          disabled={ready.lines.length === 0 || ready.lines.length < Math.min(ready.typed, 200)}
          onClick={() => setReviewed(true)}
        >
          {t('review')}
        </button>
      </div>
    </section>
  );
}

/** Enter and the arrows go from count to count; after the last one Enter comes to the differences. */
function goOn(event: KeyboardEvent<HTMLElement>, last: HTMLElement | null): void {
  const { key, target, currentTarget } = event;
  if (!(target instanceof HTMLInputElement) || target.dataset['count'] === undefined) return;
  if (key !== 'Enter' && key !== 'ArrowDown' && key !== 'ArrowUp') return;
  event.preventDefault();
  const fields = [...currentTarget.querySelectorAll<HTMLInputElement>('[data-count]')];
  const next = fields[fields.indexOf(target) + (key === 'ArrowUp' ? -1 : 1)];
  if (next) {
    next.focus();
    next.select();
  } else if (key === 'Enter') last?.focus();
}
