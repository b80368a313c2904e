import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { instantText } from '../../shared/instants';
import { api, bodyOf, type Schemas } from '../api';
import { useLanguage, useWords } from '../language';
import type { CaseDetail } from './queries';
import { CASE_WORDS } from './words';

type Standing = Schemas['CaseProgress']['items'][number]['standing'];

const SAYS = {
  passed: 'stagePassed',
  here: 'stageHere',
  ahead: 'stageAhead',
  skipped: 'stageSkipped',
} as const satisfies Record<Standing, keyof typeof CASE_WORDS>;

/** The way of the case through the stages of its flow. */
export function Stages({ detail: { number, version } }: { readonly detail: CaseDetail }) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  const { data } = useQuery({
    queryKey: ['case-progress', number, version],
    queryFn: () => bodyOf(api.GET('/v1/cases/{number}/progress', { params: { path: { number } } })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  return (
    <nav className="stages" aria-label={t('stages')}>
      <ol>
        {(data?.items ?? []).map(({ stage, names, standing, at }) => (
          <li key={stage} className={standing} {...(standing === 'here' && { 'aria-current': 'step' })}>
            <strong>{names[language]}</strong>
            <span>{at === null ? t(SAYS[standing]) : instantText(at, language)}</span>
            {at !== null && <span className="sr">{t(SAYS[standing])}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
