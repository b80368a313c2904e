import { useMemo } from 'react';
import { dayText } from '../../shared/instants';
import { useLanguage, useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import { FigureCard } from './figure-card';
import type { FigureFilters } from './filters';
import { useSatisfaction } from './queries';
import { FIGURES_WORDS } from './words';

/** Surveys answered week by week, those of dissatisfied customers, and the mean scores of all of them (R22). */
export function SatisfactionCard({ filters }: { readonly filters: FigureFilters }) {
  const t = useWords(FIGURES_WORDS);
  const { language } = useLanguage();
  const found = useSatisfaction(filters);
  const weeks = found.data;
  const names = useMemo(() => weeks?.map(({ from }) => dayText(from, language)) ?? [], [weeks, language]);
  const series = useMemo(
    () => [
      {
        name: FIGURES_WORDS.answered[language],
        colour: '#1b6e3c',
        values: weeks?.map(({ answered }) => answered.count) ?? [],
      },
      {
        name: FIGURES_WORDS.dissatisfied[language],
        colour: '#b3231c',
        values: weeks?.map(({ dissatisfied }) => dissatisfied.count) ?? [],
      },
    ],
    [weeks, language],
  );
  if (found.error && !weeks) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (!weeks) return <Loading />;
  const [product, service] = (['productScore', 'serviceScore'] as const).map((score) => meanOf(weeks, score));
  return (
    <FigureCard
      title={t('satisfaction')}
      note={
        product === undefined || service === undefined
          ? t('noSurveys')
          : t('scores', { product: product.toFixed(1), service: service.toFixed(1) })
      }
      of={t('week')}
      categories={names}
      series={series}
    />
  );
}

type Weeks = NonNullable<ReturnType<typeof useSatisfaction>['data']>;

/** The mean over all weeks, weighted by their answers; undefined where there are none. */
function meanOf(weeks: Weeks, score: 'productScore' | 'serviceScore'): number | undefined {
  const scored = weeks.flatMap((week) => {
    const mean = week[score];
    return mean === null ? [] : [{ mean, count: week.answered.count }];
  });
  const count = scored.reduce((sum, one) => sum + one.count, 0);
  return count === 0 ? undefined : scored.reduce((sum, one) => sum + one.mean * one.count, 0) / count;
}
