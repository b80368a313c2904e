import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { instantText } from '../../shared/instants';
import { api, bodyOf, type Schemas } from '../api';
import { useLanguage, useName, useWords } from '../language';
import { useMe } from '../session';
import { faultText } from '../shell/faults';
import { Failed, Loading } from '../shell/states';
import { SHELL_WORDS } from '../shell/words';
import { StaffChanges } from './changes';
import { Facts } from './facts';
import { Leave } from './leave';
import { STAFF_WORDS } from './staff-words';
import { TemporaryPassword } from './temporary-password';

type StaffRecord = Schemas['StaffRecord'];

export const useStaffRecord = (id: string | undefined) =>
  useQuery({
    queryKey: ['administration', 'staff-record', id],
    queryFn: () => bodyOf(api.GET('/v1/staff/{id}/record', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
  });

/** By what somebody logs in, what ends that, and who changed it. */
export function StaffAccess({ staffId }: { readonly staffId: string }) {
  const record = useStaffRecord(staffId);
  if (record.error && !record.data)
    return <Failed error={record.error} retry={() => void record.refetch()} />;
  if (!record.data) return <Loading />;
  return (
    <>
      <Access record={record.data} />
      <StaffChanges id={staffId} />
    </>
  );
}

function Access({ record }: { readonly record: StaffRecord }) {
  const t = useWords(STAFF_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const name = useName();
  const me = useMe();
  const queries = useQueryClient();
  const [step, setStep] = useState<'password' | 'leave'>();
  const [fault, setFault] = useState('');
  const isOwn = record.id === me.id;
  const until = record.passwordUntil === null ? '' : instantText(record.passwordUntil, language);
  const password = {
    none: t('passwordNone'),
    temporary: t('passwordTemporary', { at: until }),
    own: t('passwordOwn'),
  }[record.password];
  const reactivate = async (): Promise<void> => {
    setFault('');
    try {
      await api.PATCH('/v1/staff/{id}', {
        params: { path: { id: record.id }, header: { 'if-match': `"${record.version}"` } },
        body: { active: true },
      });
      await queries.invalidateQueries({ queryKey: ['administration'] });
    } catch (error) {
      setFault(faultText(error, shell));
    }
  };
  const named = name({ en: record.nameEn, zh: record.nameZh });
  const hasRights = record.mayAdminister && !isOwn;
  return (
    <>
      <Facts
        facts={[
          [t('login'), record.login],
          [t('password'), password],
          record.subject === null ? undefined : [t('subject'), record.subject],
        ]}
      />
      {isOwn && <p className="quiet">{t('own')}</p>}
      {!record.mayAdminister && <p className="quiet">{t('above')}</p>}
      {hasRights && step === undefined && (
        <div className="buttons">
          {record.active ? (
            <>
              <button type="button" className="button-plain" onClick={() => setStep('password')}>
                {t('give')}
              </button>
              <button type="button" className="button-plain" onClick={() => setStep('leave')}>
                {t('leave')}
              </button>
            </>
          ) : (
            <button type="button" className="button-plain" onClick={() => void reactivate()}>
              {t('back')}
            </button>
          )}
        </div>
      )}
      {step === 'password' && (
        <TemporaryPassword
          id={record.id}
          name={named}
          isReplacing={record.password !== 'none'}
          onClose={() => setStep(undefined)}
        />
      )}
      {step === 'leave' && <Leave record={record} name={named} onClose={() => setStep(undefined)} />}
      <p role="alert" className="fault">
        {fault}
      </p>
    </>
  );
}
