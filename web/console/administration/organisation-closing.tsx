import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../api';
import { useLanguage, useWords } from '../language';
import { faultText } from '../shell/faults';
import { Failed, Loading } from '../shell/states';
import { SHELL_WORDS } from '../shell/words';
import { ChangeList } from './changes';
import { Facts } from './facts';
import { ORGANISATION_WORDS } from './organisation-words';

export const useOrganisationRecord = (id: string) =>
  useQuery({
    queryKey: ['administration', 'organisation-record', id],
    queryFn: () => bodyOf(api.GET('/v1/organisations/{id}/record', { params: { path: { id } } })),
  });

const USES = ['people', 'organisations', 'cases', 'orders', 'customers'] as const;

/** Closes an organisation once it is empty, and shows who changed it. */
export function OrganisationClosing({ id }: { readonly id: string }) {
  const t = useWords(ORGANISATION_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const record = useOrganisationRecord(id);
  const changes = useQuery({
    queryKey: ['administration', 'organisation-changes', id],
    queryFn: () => bodyOf(api.GET('/v1/organisations/{id}/changes', { params: { path: { id } } })),
  });
  const [isAsking, setAsking] = useState(false);
  const [fault, setFault] = useState('');
  if (record.error && !record.data)
    return <Failed error={record.error} retry={() => void record.refetch()} />;
  if (!record.data) return <Loading />;
  const { active, kind, version, use } = record.data;
  const there = USES.filter((one) => use[one] > 0);
  const set = async (isActive: boolean): Promise<void> => {
    setFault('');
    try {
      await api.PATCH('/v1/organisations/{id}', {
        params: { path: { id }, header: { 'if-match': `"${version}"` } },
        body: { active: isActive },
      });
      setAsking(false);
    } catch (error) {
      setFault(faultText(error, shell));
    }
    await queries.invalidateQueries({ queryKey: ['administration'] });
    await queries.invalidateQueries({ queryKey: ['organisations'] });
  };
  const words = there.map((one) => t(one, { n: use[one] })).join(language === 'zh' ? '、' : ', ');
  return (
    <>
      <Facts facts={[[t('there'), words === '' ? t('empty') : words]]} />
      {active && kind !== 'hq' && words !== '' && <p className="quiet">{t('notYet')}</p>}
      {active && kind !== 'hq' && words === '' && !isAsking && (
        <button type="button" className="button-plain" onClick={() => setAsking(true)}>
          {t('close')}
        </button>
      )}
      {isAsking && (
        <div className="consequence" role="group" aria-label={t('close')}>
          <p>{t('closeAsk')}</p>
          <div className="buttons">
            <button type="button" className="button-main" onClick={() => void set(false)}>
              {t('closeYes')}
            </button>
            <button type="button" className="button-plain" onClick={() => setAsking(false)}>
              {shell('cancel')}
            </button>
          </div>
        </div>
      )}
      {!active && (
        <button type="button" className="button-plain" onClick={() => void set(true)}>
          {t('openAgain')}
        </button>
      )}
      <p role="alert" className="fault">
        {fault}
      </p>
      {changes.data && <ChangeList changes={changes.data.items} />}
    </>
  );
}
