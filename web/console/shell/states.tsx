import type { ReactNode } from 'react';
import { Refused } from '../api';
import { useWords } from '../language';
import { faultText } from './faults';
import { SHELL_WORDS } from './words';

/** The page while it has nothing to show yet. */
export function Loading() {
  const t = useWords(SHELL_WORDS);
  return (
    <p className="state" role="status">
      <span className="spinner" aria-hidden="true" />
      {t('loading')}
    </p>
  );
}

interface State {
  readonly title: string;
  readonly children?: ReactNode;
}

/** A page in place of its content: nothing there, not allowed, failed. */
export const State = ({ title, children }: State) => (
  <section className="state">
    <h2>{title}</h2>
    {children}
  </section>
);

/** Says why a page has nothing to show, by the answer of the API, and offers the next step. */
export function Failed({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const t = useWords(SHELL_WORDS);
  const problem = error instanceof Refused ? error.problem : undefined;
  if (problem?.status === 404)
    return (
      <State title={t('notFound')}>
        <p>{problem.detail}</p>
        <p>{t('notFoundHelp')}</p>
        <a href="/">{t('home')}</a>
      </State>
    );
  if (problem?.status === 403)
    return (
      <State title={t('forbidden')}>
        <p>{t('forbiddenHelp')}</p>
        <a href="/">{t('home')}</a>
      </State>
    );
  return (
    <State title={t('failed')}>
      <p role="alert">{faultText(error, t)}</p>
      {problem?.traceId && <p className="quiet">{t('trace', { id: problem.traceId })}</p>}
      {retry && (
        <button type="button" className="button-main" onClick={retry}>
          {t('retry')}
        </button>
      )}
    </State>
  );
}
