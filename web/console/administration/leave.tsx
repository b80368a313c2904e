import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { instantText } from '../../shared/instants';
import { api, type Schemas } from '../api';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { useOrganisationName } from '../organisations';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { STAFF_WORDS } from './staff-words';

interface Leaving {
  readonly record: Schemas['StaffRecord'];
  readonly name: string;
  readonly onClose: () => void;
}

/** Ends somebody's access, once it is plain what follows: the work in their hands, and what no one else does there. */
export function Leave({ record, name, onClose }: Leaving) {
  const t = useWords(STAFF_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const codes = useCodes();
  const organisation = useOrganisationName();
  const queries = useQueryClient();
  const [leavesWork, setLeavesWork] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { work, lastInRole } = record;

  const leave = async (): Promise<void> => {
    setBusy(true);
    setFault('');
    try {
      await api.PATCH('/v1/staff/{id}', {
        params: { path: { id: record.id }, header: { 'if-match': `"${record.version}"` } },
        body: { active: false, ...(leavesWork && { leavesWork }) },
      });
      onClose();
    } catch (error) {
      setBusy(false);
      setFault(faultText(error, shell));
    }
    await queries.invalidateQueries({ queryKey: ['administration'] });
  };
  return (
    <div className="consequence" tabIndex={-1} ref={box} role="group" aria-label={t('leaveTitle', { name })}>
      <p>{t('leaveWhat', { name })}</p>
      {work.length === 0 ? (
        <p>{t('leaveNoWork')}</p>
      ) : (
        <>
          <p>{t('leaveWork', { n: work.length })}</p>
          <ul className="work">
            {work.map((one) => (
              <li key={`${one.kind} ${one.number} ${one.at ?? ''}`}>
                {t(one.kind)} <Numbered number={one.number} />
                {one.at !== null && ` · ${instantText(one.at, language)}`}
              </li>
            ))}
          </ul>
          <label className="tick">
            <input
              type="checkbox"
              checked={leavesWork}
              onChange={({ target }) => setLeavesWork(target.checked)}
            />
            {t('leaveStays')}
          </label>
        </>
      )}
      {lastInRole.length > 0 && (
        <p className="chip chip-warn">
          {t('last', {
            organisation: organisation(record.organisationId),
            roles: lastInRole.map((role) => codes.name('role', role)).join(language === 'zh' ? '、' : ', '),
          })}
        </p>
      )}
      <p role="alert" className="fault">
        {fault}
      </p>
      <div className="buttons">
        <button
          type="button"
          className="button-main"
          disabled={isBusy || (work.length > 0 && !leavesWork)}
          onClick={() => void leave()}
        >
          {t('leave')}
        </button>
        <button type="button" className="button-plain" onClick={onClose}>
          {shell('cancel')}
        </button>
      </div>
    </div>
  );
}

/** A case or a parts order, by the form of its number. */
function Numbered({ number }: { readonly number: string }) {
  if (number.startsWith('PO-'))
    return (
      <Link to="/parts-orders/$number" params={{ number }}>
        {number}
      </Link>
    );
  return (
    <Link to="/cases/$number" params={{ number }}>
      {number}
    </Link>
  );
}
