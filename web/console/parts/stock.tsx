import { useNavigate, useSearch } from '@tanstack/react-router';
import { api, bodyOf } from '../api';
import { useWords } from '../language';
import { More, usePages } from '../shell/pages';
import { useSearchText } from '../shell/search-text';
import { Failed, Loading } from '../shell/states';
import type { PartsFilters } from './filters';
import { PARTS_WORDS } from './words';

/** Parts of the catalogue with their pieces in each depot, the one that is looked at first. */
export function Stock({ depot: chosen }: { readonly depot: string | undefined }) {
  const t = useWords(PARTS_WORDS);
  const { q } = useSearch({ from: '/parts' });
  const navigate = useNavigate({ from: '/parts' });
  const search = useSearchText(
    q,
    (text) => void navigate({ search: (now: PartsFilters) => ({ ...now, q: text }), replace: true }),
  );
  const { list, rows } = usePages(['parts', q], ({ cursor }) =>
    bodyOf(
      api.GET('/v1/parts', {
        params: { query: { ...(q !== undefined && { q }), ...(cursor !== undefined && { cursor }) } },
      }),
    ),
  );
  if (list.error && !list.data) return <Failed error={list.error} retry={() => void list.refetch()} />;
  return (
    <>
      <form className="filters" {...search.form}>
        <input aria-label={t('search')} placeholder={t('search')} {...search.input} />
      </form>
      {list.isPending ? (
        <Loading />
      ) : (
        <ul className="inbox card">
          {rows.map((part) => (
            <li key={part.partNumber}>
              <strong>{part.partNumber}</strong>
              <span>{part.name}</span>
              <span className="chips">
                {part.depots
                  .toSorted((left, right) => Number(right.id === chosen) - Number(left.id === chosen))
                  .map((depot) => (
                    <span className={depot.id === chosen ? 'chip chip-chosen' : 'chip'} key={depot.id}>
                      {depot.isMine ? t('mine') : depot.name}: {t('available', { count: depot.available })},{' '}
                      {t('reserved', { count: depot.reserved })}
                    </span>
                  ))}
              </span>
              <span className="quiet">{part.model}</span>
            </li>
          ))}
          {rows.length === 0 && <li className="quiet">{t('noPart')}</li>}
        </ul>
      )}
      <More list={list} />
    </>
  );
}
