import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { instantText } from '../../shared/instants';
import { useLanguage, useWords } from '../language';
import { faultText } from '../shell/faults';
import { Failed, Loading } from '../shell/states';
import { SHELL_WORDS } from '../shell/words';
import { exportBehind } from './export';
import { PROMISE_STANDINGS, REPAIR_STANDINGS, type FigureFilters } from './filters';
import { useBehind, type Behind } from './queries';
import { FIGURES_WORDS } from './words';

interface CasesOf {
  readonly filters: FigureFilters;
  readonly figure: string;
  readonly onStanding: (standing: FigureFilters['standing']) => void;
  readonly onClose: () => void;
}

/** The cases that a figure counts, to be filtered, opened and exported. */
export function CasesBehind({ filters, figure, onStanding, onClose }: CasesOf) {
  const t = useWords(FIGURES_WORDS);
  const shell = useWords(SHELL_WORDS);
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useBehind(filters);
  const { head, cells } = useCells(filters.quality !== undefined);
  const saved = useMutation({ mutationFn: () => exportBehind(filters, head, cells) });
  useEffect(() => {
    heading.current?.focus();
  }, [filters.promise, filters.quality]);
  const standings = filters.quality === undefined ? PROMISE_STANDINGS : REPAIR_STANDINGS;
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card behind" aria-labelledby="cases-behind">
      <h2 id="cases-behind" ref={heading} tabIndex={-1}>
        {t('casesBehind', { figure })}
      </h2>
      <div className="filter-bar">
        <label>
          {t('standing')}
          <select
            value={filters.standing ?? ''}
            onChange={({ target }) => onStanding(standings.find((one) => one === target.value))}
          >
            <option value="">{t('all')}</option>
            {standings.map((one) => (
              <option key={one} value={one}>
                {t(one === 'provisional' ? 'provisionalCases' : one)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button-plain"
          disabled={saved.isPending}
          onClick={() => saved.mutate()}
        >
          {t(saved.isPending ? 'exporting' : 'export')}
        </button>
        <button type="button" className="button-plain" onClick={onClose}>
          {t('closeCases')}
        </button>
      </div>
      {saved.error && <p role="alert">{faultText(saved.error, shell)}</p>}
      {list.error && !list.data ? (
        <Failed error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Loading />
      ) : rows.length === 0 ? (
        <p className="quiet">{t('none')}</p>
      ) : (
        <table className="lines">
          <thead>
            <tr>
              {head.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const [number = '', ...others] = cells(row);
              return (
                <tr key={number}>
                  <td>
                    <Link to="/cases/$number" params={{ number }}>
                      {number}
                    </Link>
                  </td>
                  {others.map((cell, at) => (
                    <td key={head[at + 1]} data-name={head[at + 1]}>
                      {cell || '–'}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <button type="button" className="button-plain" onClick={() => void list.fetchNextPage()}>
          {shell('more')}
        </button>
      )}
    </section>
  );
}

/** Columns of the list, and of the file. */
function useCells(isOfRepairs: boolean) {
  const t = useWords(FIGURES_WORDS);
  const { language } = useLanguage();
  const text = (at: string | null): string => (at === null ? '' : instantText(at, language));
  const head = isOfRepairs
    ? [t('number'), t('verifiedAt'), t('engineer'), t('visits'), t('result')]
    : [t('number'), t('at'), t('due'), t('met'), t('result')];
  const cells = (row: Behind): readonly string[] => {
    const result = t(row.standing === 'provisional' ? 'provisionalCases' : row.standing);
    return 'verifiedAt' in row
      ? [row.number, text(row.verifiedAt), row.engineer.name, String(row.visits), result]
      : [row.number, text(row.receivedAt), text(row.dueAt), text(row.metAt), result];
  };
  return { head, cells };
}
