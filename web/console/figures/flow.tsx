import { useMemo } from 'react';
import { dayText } from '../../shared/instants';
import { filled } from '../../shared/language';
import { useLanguage, useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import { FigureCard } from './figure-card';
import type { FigureFilters } from './filters';
import { AGES, useBacklog, useFlow } from './queries';
import { FIGURES_WORDS } from './words';

interface Filtered {
  readonly filters: FigureFilters;
}

/** Cases that came and cases that went, week by week. */
export function FlowCard({ filters }: Filtered) {
  const t = useWords(FIGURES_WORDS);
  const { language } = useLanguage();
  const found = useFlow(filters);
  const weeks = found.data;
  const names = useMemo(() => weeks?.map(({ from }) => dayText(from, language)) ?? [], [weeks, language]);
  const series = useMemo(
    () => [
      {
        name: FIGURES_WORDS.received[language],
        colour: '#0b5cad',
        values: weeks?.map(({ received }) => received) ?? [],
      },
      {
        name: FIGURES_WORDS.closed[language],
        colour: '#1b6e3c',
        values: weeks?.map(({ closed }) => closed) ?? [],
      },
    ],
    [weeks, language],
  );
  if (found.error && !weeks) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (!weeks) return <Loading />;
  return <FigureCard title={t('flow')} of={t('week')} categories={names} series={series} />;
}

/** Open cases by how long ago they came. */
export function BacklogCard({ filters }: Filtered) {
  const t = useWords(FIGURES_WORDS);
  const { language } = useLanguage();
  const found = useBacklog(filters);
  const counts = found.data;
  const names = useMemo(() => {
    const word = (key: 'under' | 'between' | 'over', values: Readonly<Record<string, number>>) =>
      filled(FIGURES_WORDS[key][language], values);
    return [
      word('under', { count: AGES[0] }),
      ...AGES.slice(1).map((to, at) => word('between', { from: AGES[at] ?? 0, to })),
      word('over', { count: AGES[AGES.length - 1] ?? 0 }),
    ];
  }, [language]);
  const series = useMemo(
    () => [{ name: FIGURES_WORDS.count[language], colour: '#8a5300', values: counts ?? [] }],
    [counts, language],
  );
  if (found.error && !counts) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (!counts) return <Loading />;
  return <FigureCard title={t('backlog')} of={t('age')} categories={names} series={series} />;
}
