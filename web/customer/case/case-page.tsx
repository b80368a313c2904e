import { useEffect, useState } from 'preact/hooks';
import { Refused } from '../api';
import { useWords } from '../language';
import { Failed, Fault, Loading, State } from '../states';
import { CaseView } from './case-view';
import { Survey } from './later-parts';
import { useCase } from './read-case';
import { LINK_WORDS } from './words';

/** The token stands after the hash, which browsers send to no server (ADR 23). */
const tokenOf = (): string => location.hash.slice(1);

export function CasePage() {
  const [token, setToken] = useState(tokenOf);
  useEffect(() => {
    const change = (): void => setToken(tokenOf());
    addEventListener('hashchange', change);
    return () => removeEventListener('hashchange', change);
  }, []);
  const t = useWords(LINK_WORDS);
  if (token !== '') return <OfLink key={token} token={token} />;
  return (
    <State title={t('noneTitle')}>
      <p>{t('none')}</p>
    </State>
  );
}

function OfLink({ token }: { readonly token: string }) {
  const t = useWords(LINK_WORDS);
  const { it, readAt, error, reload } = useCase(token);
  if (it)
    return <CaseView it={it} token={token} readAt={readAt} isStale={error !== undefined} reload={reload} />;
  if (error === undefined) return <Loading />;
  const code = error instanceof Refused ? error.problem.code : '';
  if (code === 'LINK.NOT_FOR_THIS') return <SurveyOfLink token={token} />;
  return isOfLink(code) ? (
    // The API says what to do about it; the hotline stands below on each page.
    <State title={t(code)}>
      <Fault error={error} />
    </State>
  ) : (
    <Failed error={error} retry={() => void reload()} />
  );
}

const isOfLink = (code: string): code is keyof typeof LINK_WORDS & `LINK.${string}` =>
  code.startsWith('LINK.') && Object.hasOwn(LINK_WORDS, code);

/** A link that was sent with the survey opens the survey alone. */
function SurveyOfLink({ token }: { readonly token: string }) {
  const t = useWords(LINK_WORDS);
  const [isDone, setDone] = useState(false);
  return isDone ? <State title={t('LINK.USED')} /> : <Survey token={token} onDone={() => setDone(true)} />;
}
