import { useCallback, useMemo } from 'react';
import { useLanguage, useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import { FigureCard } from './figure-card';
import type { FigureFilters } from './filters';
import { usePromises } from './queries';
import { FIGURES_WORDS } from './words';

interface Promises {
  readonly filters: FigureFilters;
  readonly onPick: (key: string) => void;
}

/** Every published promise: kept, kept but entered late, broken, not due yet. */
export function PromisesCard({ filters, onPick }: Promises) {
  const t = useWords(FIGURES_WORDS);
  const { language } = useLanguage();
  const found = usePromises(filters);
  const items = found.data?.items;
  const names = useMemo(
    () =>
      items?.map(({ name, percent }) =>
        percent === null ? name[language] : `${name[language]} ${String(percent)} %`,
      ) ?? [],
    [items, language],
  );
  const series = useMemo(
    () => [
      { name: FIGURES_WORDS.kept[language], colour: '#1b6e3c', values: items?.map(({ kept }) => kept) ?? [] },
      {
        name: FIGURES_WORDS['kept-entered-late'][language],
        colour: '#7ba88c',
        values: items?.map(({ keptEnteredLate }) => keptEnteredLate) ?? [],
      },
      {
        name: FIGURES_WORDS.breached[language],
        colour: '#b3261e',
        values: items?.map(({ breached }) => breached) ?? [],
      },
      { name: FIGURES_WORDS.open[language], colour: '#b8c2cf', values: items?.map(({ open }) => open) ?? [] },
    ],
    [items, language],
  );
  const pick = useCallback(
    (at: number) => {
      const key = items?.[at]?.key;
      if (key !== undefined) onPick(key);
    },
    [items, onPick],
  );
  if (found.error && !items) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (!items) return <Loading />;
  return (
    <FigureCard
      title={t('promises')}
      {...(filters.organisationId !== undefined && { note: t('promisesScope') })}
      of={t('promise')}
      categories={names}
      series={series}
      isLying
      isStacked
      onPick={pick}
      behind={(at) => (
        <button
          type="button"
          className="button-plain"
          aria-label={t('show', { figure: items[at]?.name[language] ?? '' })}
          onClick={() => pick(at)}
        >
          {t('showShort')}
        </button>
      )}
    />
  );
}
