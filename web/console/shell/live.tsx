import { useQueryClient, type Query } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { useMe } from '../session';
import { follow, type Connection, type Following } from './follow';

const Connected = createContext<Connection>('connecting');

/** Queries that show something of a process: their keys begin with one of these. */
const LIVE_KEYS = [
  'case',
  'cases',
  'tasks',
  'approvals',
  'schedule',
  'orders',
  'order',
  'counts',
  'notifications',
];
const PRESENCE = ['presence'];
/** Events come in bursts: what they touch is asked for again once, so long after the first of them. */
const GATHERED_MS = 300;

/**
 * Follows the event stream, and asks again for what it touches. After a lost connection everything is asked for again, also what failed
 * meanwhile; pages keep what they show until the new answer is there.
 */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const me = useMe();
  const queries = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');
  const following = useRef<Following>(undefined);
  useEffect(() => {
    let gathering: number | undefined;
    const touched = ({ queryKey: [key] }: Query): boolean => LIVE_KEYS.includes(String(key));
    const stream = follow('/v1/events?unnamed=true', {
      onConnection: setConnection,
      onEvent: () => {
        gathering ??= window.setTimeout(() => {
          gathering = undefined;
          void queries.invalidateQueries({ predicate: touched });
        }, GATHERED_MS);
      },
      onPresence: () => void queries.invalidateQueries({ queryKey: PRESENCE }),
      onBack: () => {
        void queries.invalidateQueries({
          predicate: (query) =>
            touched(query) || query.queryKey[0] === PRESENCE[0] || query.state.status === 'error',
        });
      },
    });
    following.current = stream;
    return () => {
      window.clearTimeout(gathering);
      stream.stop();
    };
  }, [queries]);
  // After a login, the stream that ended with the session is there again at once.
  useEffect(() => following.current?.retry(), [me]);
  return <Connected value={connection}>{children}</Connected>;
}

export const useConnection = (): Connection => useContext(Connected);
