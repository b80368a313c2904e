import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { instantText } from '../../shared/instants';
import { api, bodyOf, type Schemas } from '../api';
import { useLanguage, useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { STAFF_WORDS } from './staff-words';

interface Giving {
  readonly id: string;
  readonly name: string;
  /** There is a password that ends by it. */
  readonly isReplacing: boolean;
  readonly onClose: () => void;
}

/** Gives somebody a temporary password, and shows it this once. */
export function TemporaryPassword({ id, name, isReplacing, onClose }: Giving) {
  const t = useWords(STAFF_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const [given, setGiven] = useState<Schemas['TemporaryPassword']>();
  const [isCopied, setCopied] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);

  const give = async (): Promise<void> => {
    setBusy(true);
    setFault('');
    try {
      setGiven(await bodyOf(api.POST('/v1/staff/{id}/password', { params: { path: { id } } })));
      await queries.invalidateQueries({ queryKey: ['administration'] });
    } catch (error) {
      setFault(faultText(error, shell));
    } finally {
      setBusy(false);
    }
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(given?.password ?? '');
    setCopied(true);
  };
  return (
    <div className="consequence" tabIndex={-1} ref={box} role="group" aria-label={t('give')}>
      {given ? (
        <>
          <p role="status">{t('given', { name, at: instantText(given.until, language) })}</p>
          <p className="once">
            <code>{given.password}</code>{' '}
            <button
              type="button"
              className="button-plain"
              onClick={() => void copy().catch(() => setCopied(false))}
            >
              {isCopied ? t('copied') : t('copy')}
            </button>
          </p>
        </>
      ) : (
        isReplacing && <p>{t('giveAsk')}</p>
      )}
      <p role="alert" className="fault">
        {fault}
      </p>
      <div className="buttons">
        {!given && (
          <button type="button" className="button-main" disabled={isBusy} onClick={() => void give()}>
            {t(isReplacing ? 'giveYes' : 'give')}
          </button>
        )}
        <button type="button" className="button-plain" onClick={onClose}>
          {given ? shell('close') : shell('cancel')}
        </button>
      </div>
    </div>
  );
}
