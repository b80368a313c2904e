import { useInfiniteQuery } from '@tanstack/react-query';
import { instantText } from '../../shared/instants';
import { api, bodyOf, type Schemas } from '../api';
import { useLanguage, useName, useWords } from '../language';
import { More } from '../shell/pages';
import { Failed, Loading } from '../shell/states';
import { Difference } from './count-row';
import { COUNT_WORDS } from './count-words';
import { ShortFor } from './posted-count';

/** Stock-takes of a depot, the latest first, each with what differed. */
export function PastCounts({ depot }: { readonly depot: string }) {
  const t = useWords(COUNT_WORDS);
  const list = useInfiniteQuery({
    queryKey: ['stock-takes', depot],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/v1/stock-takes', {
          params: { query: { depot, ...(pageParam !== '' && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="card count no-print" aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      {list.error && !list.data && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      <ul className="count-lines">
        {items.map((stockTake) => (
          <PastCount key={stockTake.id} stockTake={stockTake} />
        ))}
        {list.data && items.length === 0 && <li className="quiet">{t('noHistory')}</li>}
      </ul>
      <More list={list} />
    </section>
  );
}

function PastCount({
  stockTake: { countedAt, countedBy, remark, lines },
}: {
  readonly stockTake: Schemas['StockTake'];
}) {
  const t = useWords(COUNT_WORDS);
  const nameOf = useName();
  const { language } = useLanguage();
  const differing = lines.filter(({ posted, short }) => posted !== 0 || short > 0);
  return (
    <li>
      <details>
        <summary>
          {instantText(countedAt, language)} · {countedBy.name} ·{' '}
          {t('entry', { count: lines.length, differ: differing.length })}
          {remark !== null && <span className="quiet"> · {remark}</span>}
        </summary>
        <ul className="count-lines">
          {differing.map(({ partNumber, names, expected, counted, shortFor, remark: why }) => (
            <li key={partNumber} className="count-line">
              <span className="count-part">
                <strong>{nameOf(names)}</strong>
                <span className="quiet">
                  {partNumber}
                  {why !== null && ` · ${why}`}
                </span>
              </span>
              <span className="count-books">{t('was', { expected, counted })}</span>
              <span className="count-typed">
                <Difference by={counted - expected} />
              </span>
              {shortFor.length > 0 && <ShortFor shortFor={shortFor} />}
            </li>
          ))}
          {differing.length === 0 && <li className="quiet">{t('noDifference')}</li>}
        </ul>
      </details>
    </li>
  );
}
