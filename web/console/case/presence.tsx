import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { newId } from '../../shared/ids';
import { api, bodyOf } from '../api';
import { useLanguage, useWords } from '../language';
import { CASE_WORDS } from './words';

/** This tab, as long as it is open. */
const TAB = `tab-${newId()}`;
const AGAIN_MS = 20_000;

interface Here {
  readonly number: string;
  readonly isEditing: boolean;
}

/** Colleagues who have the case open too, and which of them are writing. */
export function Present({ number, isEditing }: Here) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  const doing = isEditing ? 'editing' : 'viewing';
  const { data } = useQuery({
    queryKey: ['presence', number, doing],
    queryFn: () =>
      bodyOf(
        api.PUT('/v1/cases/{number}/presence', {
          params: { path: { number } },
          body: { clientId: TAB, doing },
        }),
      ),
    refetchInterval: AGAIN_MS,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  useEffect(
    () => () => {
      const left = api.DELETE('/v1/cases/{number}/presence', {
        params: { path: { number }, query: { clientId: TAB } },
      });
      // Where this fails, the tab counts as closed once it is silent for a minute.
      left.catch(() => undefined);
    },
    [number],
  );
  const others = (data?.items ?? []).filter(({ isMe }) => !isMe);
  const names = others.map(({ staff, doing: does }) => {
    const name = language === 'zh' ? staff.nameZh : staff.nameEn;
    return does === 'editing' ? t('writing', { name }) : name;
  });
  return (
    <p role="status" className="present no-print">
      {names.length > 0 && t('alsoHere', { names: names.join(language === 'zh' ? '、' : ', ') })}
    </p>
  );
}
