import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api, bodyOf } from '../api';
import { useCodes } from '../codes';
import { useWords } from '../language';
import { Promises } from './caller-file';
import { CALL_WORDS } from './words';

interface Saved {
  readonly number: string;
  /** Absent where the next call is already before the clerk. */
  readonly onNext?: () => void;
}

/** Gives the number and promises of a saved call, for the clerk to say before the caller hangs up. */
export function SavedCall({ number, onNext }: Saved) {
  const t = useWords(CALL_WORDS);
  const codes = useCodes();
  const next = useRef<HTMLButtonElement>(null);
  const saved = useQuery({
    queryKey: ['case', number],
    queryFn: () => bodyOf(api.GET('/v1/cases/{number}', { params: { path: { number } } })),
  });
  useEffect(() => next.current?.focus(), [number]);
  return (
    <section className="card saved" role="status" aria-label={t('saved', { number })}>
      <h2>
        {t('saved', { number })}{' '}
        {saved.data && <span className="chip">{codes.name('caseStage', saved.data.stage)}</span>}
      </h2>
      {saved.data && (
        <>
          <p>
            {saved.data.subject} <span className="quiet">{saved.data.customer?.name}</span>
          </p>
          <h3>{t('promised')}</h3>
          {saved.data.clocks.length === 0 && <p className="quiet">{t('noPromise')}</p>}
          <Promises of={saved.data.clocks} />
        </>
      )}
      <div className="save-row">
        {onNext && (
          <button ref={next} type="button" className="button-main" onClick={onNext}>
            {t('nextCall')}
          </button>
        )}
        <Link to="/cases/$number" params={{ number }}>
          {t('openCase')}
        </Link>
      </div>
    </section>
  );
}
