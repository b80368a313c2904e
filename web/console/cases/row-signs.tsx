import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api';
import { useName, useWords } from '../language';
import { useChangedSince } from '../seen';
import { CASES_WORDS } from './words';

/** As many as one question may name. */
const MOST = 100;
const AGAIN_MS = 60_000;

type CaseSummary = Schemas['CaseSummary'];
type Present = Schemas['PresenceOfCases']['items'][number]['present'];

export interface Signs {
  readonly isChanged: (row: CaseSummary) => boolean;
  readonly others: (row: CaseSummary) => Present;
}

/** Signs beside the rows: changed since the reader looked, and colleagues who have the case open. */
export function useSigns(numbers: readonly string[]): Signs {
  const asked = numbers.slice(0, MOST);
  const { data } = useQuery({
    queryKey: ['presence', 'list', asked],
    enabled: asked.length > 0,
    queryFn: () => bodyOf(api.GET('/v1/presence', { params: { query: { case: asked } } })),
    refetchInterval: AGAIN_MS,
    placeholderData: keepPreviousData,
  });
  const isChanged = useChangedSince();
  return {
    isChanged,
    others: ({ number }) =>
      (data?.items.find(({ caseNumber }) => caseNumber === number)?.present ?? []).filter(
        ({ isMe }) => !isMe,
      ),
  };
}

interface Row {
  readonly row: CaseSummary;
  readonly signs: Signs;
}

export function RowSigns({ row, signs }: Row) {
  const t = useWords(CASES_WORDS);
  const name = useName();
  const others = signs.others(row).map(({ staff, doing }) => ({
    id: staff.id,
    name: name({ en: staff.nameEn, zh: staff.nameZh }),
    doing,
  }));
  return (
    <span className="row-signs">
      {signs.isChanged(row) && (
        <span className="changed-dot" title={t('changedSince')}>
          <span className="sr">{t('changedSince')}</span>
        </span>
      )}
      {others.slice(0, 1).map((one) => {
        const said = others.map((other) => t(other.doing, { name: other.name })).join(' · ');
        return (
          <span key={one.id} className={`present-sign present-${one.doing}`} title={said}>
            <span aria-hidden="true">{others.length > 1 ? others.length : one.name.slice(0, 1)}</span>
            <span className="sr">{said}</span>
          </span>
        );
      })}
    </span>
  );
}
