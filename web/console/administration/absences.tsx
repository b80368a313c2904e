import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { instantText } from '../../shared/instants';
import { api, bodyOf, type Schemas } from '../api';
import { useLanguage, useWords } from '../language';
import { useMay } from '../session';
import { faultText } from '../shell/faults';
import { Failed, Loading } from '../shell/states';
import { SHELL_WORDS } from '../shell/words';
import { AbsenceForm } from './absence-form';
import { ABSENCE_WORDS } from './absence-words';
import { ADMINISTRATION_WORDS } from './words';

type Absence = Schemas['Absence'];

/** When an engineer is away, and which visits that touches. */
export function Absences({ staffId }: { readonly staffId: string }) {
  const t = useWords(ADMINISTRATION_WORDS);
  const words = useWords(ABSENCE_WORDS);
  const { language } = useLanguage();
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const [entered, setEntered] = useState<Absence>();
  const { data, error, refetch } = useQuery({
    queryKey: ['administration', 'absences', staffId],
    queryFn: () => bodyOf(api.GET('/v1/staff/{id}/absences', { params: { path: { id: staffId } } })),
  });
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      {data.items.length === 0 && <p className="quiet">{t('noAbsences')}</p>}
      <ul>
        {data.items.map((absence) => (
          <li key={absence.id}>
            <Entry absence={absence} staffId={staffId} />
          </li>
        ))}
      </ul>
      <p role="status">
        {entered &&
          (entered.visits.length === 0
            ? words('touchesNone')
            : words('touches', {
                cases: entered.visits
                  .map(({ caseNumber }) => caseNumber)
                  .join(language === 'zh' ? '、' : ', '),
              }))}
      </p>
      {may('absence.write') && !isAdding && (
        <button type="button" className="button-plain" onClick={() => setAdding(true)}>
          {words('add')}
        </button>
      )}
      {isAdding && <AbsenceForm staffId={staffId} onSaved={setEntered} onClose={() => setAdding(false)} />}
    </>
  );
}

function Entry({ absence, staffId }: { readonly absence: Absence; readonly staffId: string }) {
  const words = useWords(ABSENCE_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const may = useMay();
  const queries = useQueryClient();
  const [fault, setFault] = useState('');
  const { id: absenceId, from, to, reason, visits } = absence;
  const withdraw = async (): Promise<void> => {
    try {
      await api.DELETE('/v1/staff/{id}/absences/{absenceId}', {
        params: { path: { id: staffId, absenceId } },
      });
      await queries.invalidateQueries({ queryKey: ['administration', 'absences'] });
    } catch (error) {
      setFault(faultText(error, shell));
    }
  };
  return (
    <>
      {instantText(from, language)} – {instantText(to, language)} {reason}{' '}
      {visits.length > 0 && words('visits')}{' '}
      {visits.map(({ caseNumber }) => (
        <Link key={caseNumber} to="/cases/$number" params={{ number: caseNumber }}>
          {caseNumber}{' '}
        </Link>
      ))}
      {may('absence.write') && (
        <button
          type="button"
          className="button-plain"
          aria-label={words('withdrawWhich', { at: instantText(from, language) })}
          onClick={() => void withdraw()}
        >
          {words('withdraw')}
        </button>
      )}
      <span role="alert" className="fault">
        {fault}
      </span>
    </>
  );
}
