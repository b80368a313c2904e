import { useEffect, useState } from 'preact/hooks';
import { Refused } from '../api';
import { useWords } from '../language';
import { Failed, Loading, State } from '../states';
import { CaseView } from './case-view';
import { useCase } from './read-case';
import { Survey } from './survey';
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
  return token === '' ? <Closed why="none" /> : <OfLink key={token} token={token} />;
}

function OfLink({ token }: { readonly token: string }) {
  const { it, readAt, error, reload } = useCase(token);
  if (it)
    return <CaseView it={it} token={token} readAt={readAt} isStale={error !== undefined} reload={reload} />;
  if (error === undefined) return <Loading />;
  const code = error instanceof Refused ? error.problem.code : '';
  if (code === 'LINK.NOT_FOR_THIS') return <SurveyOfLink token={token} />;
  const why = CLOSED_BY[code];
  return why ? <Closed why={why} /> : <Failed error={error} retry={() => void reload()} />;
}

const CLOSED_BY: Readonly<Record<string, Why>> = {
  'LINK.REQUIRED': 'invalid',
  'LINK.INVALID': 'invalid',
  'LINK.EXPIRED': 'expired',
  'LINK.REVOKED': 'revoked',
  'LINK.USED': 'used',
};
type Why = 'none' | 'invalid' | 'expired' | 'revoked' | 'used';

/** A link that opens nothing, and what to do about it; the hotline stands below on each page. */
function Closed({ why }: { readonly why: Why }) {
  const t = useWords(LINK_WORDS);
  return (
    <State title={t(`${why}Title`)}>
      <p>{t(why)}</p>
    </State>
  );
}

/** A link that was sent with the survey opens the survey alone. */
function SurveyOfLink({ token }: { readonly token: string }) {
  const [isDone, setDone] = useState(false);
  return isDone ? <Closed why="used" /> : <Survey token={token} onDone={() => setDone(true)} isPage />;
}
