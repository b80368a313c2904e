import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { api, Refused, session, type End, type Schemas } from './api';
import { forgetMe, readMe } from './kept-me';
import { Login } from './login/login';
import { LoginOver } from './login/login-over';
import { Failed, Loading } from './shell/states';
import { onTold, tellTabs } from './tabs';

export type Me = Schemas['Me'];
export type Permission = Me['permissions'][number];

const Caller = createContext<Me | undefined>(undefined);
const ME = ['me'] as const;

/**
 * Lets staff in, and keeps the page below while they log in again: an ended session covers the page with the login, and takes nothing away
 * that was typed.
 */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [end, setEnd] = useState<End>();
  const me = useQuery({
    queryKey: ME,
    queryFn: async () => {
      const found = await readMe();
      // Somebody else in the same tab: nothing that the person before was shown stays.
      if (queries.getQueryData<Me>(ME)?.id !== found.id)
        queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
      return found;
    },
    networkMode: 'always',
    retry: false,
    staleTime: Infinity,
  });
  const { refetch } = me;
  const takeUp = useCallback(async (): Promise<void> => {
    await refetch({ throwOnError: true });
    setEnd(undefined);
    await queries.invalidateQueries();
  }, [queries, refetch]);
  useEffect(() => {
    session.onEnd = setEnd;
    return onTold((staffId) => {
      const isMine = session.staffId === undefined || session.staffId === staffId;
      if (staffId !== null && isMine) takeUp().catch(() => setEnd('ended'));
      else if (session.staffId !== undefined) setEnd(staffId === null ? 'ended' : 'other');
    });
  }, [takeUp]);
  useEffect(() => {
    const back = () => void (session.csrfToken === undefined && refetch());
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, [refetch]);
  const data = me.data;
  // One that was kept without a connection has none: the first answer afterwards brings it.
  if (data?.session.csrfToken) session.csrfToken = data.session.csrfToken;
  const isOut = me.error instanceof Refused && me.error.problem.status === 401;

  const entered = async (): Promise<void> => {
    await takeUp();
    if (session.staffId !== undefined) tellTabs(session.staffId);
  };

  if (data)
    return (
      <Caller value={data}>
        {/* Somebody else who logs in over the page begins with pages of their own. */}
        <div key={data.id} inert={end !== undefined} className={end && 'covered'}>
          {children}
        </div>
        {end && <LoginOver me={data} end={end} onEntered={entered} />}
      </Caller>
    );
  if (isOut) return <Login onEntered={entered} />;
  if (me.error) return <Failed error={me.error} retry={() => void me.refetch()} />;
  return <Loading />;
}

export function useMe(): Me {
  const me = useContext(Caller);
  if (!me) throw new Error('There is no SessionProvider around this');
  return me;
}

/** Whether the caller's roles permit something at all; the case may still refuse it. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  const known = useMemo(() => new Set(permissions), [permissions]);
  return (permission) => known.has(permission);
}

/** Ends the session on the server, and loads the page again. */
export async function logOut(): Promise<void> {
  const drafts = await import('./draft-mirror');
  await drafts.pushAll();
  await api.POST('/v1/logout');
  tellTabs(null);
  drafts.forgetKept();
  await forgetMe();
  location.assign('/');
}
