import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';

type Connection = 'connecting' | 'connected' | 'lost';

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
/** Events come in bursts: what they touch is asked for again once, so long after the first of them. */
const GATHERED_MS = 300;

/**
 * Follows the event stream, and asks again for what it touches. After a lost connection everything is asked for again: the browser
 * reconnects by itself, and pages keep what they show until the new answer is there.
 */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');
  useEffect(() => {
    const stream = new EventSource('/v1/events?unnamed=true');
    let wasLost = false;
    let gathering: number | undefined;
    const refetch = () => {
      gathering = undefined;
      void queries.invalidateQueries({ predicate: ({ queryKey: [key] }) => LIVE_KEYS.includes(String(key)) });
    };
    const happened = () => {
      gathering ??= window.setTimeout(refetch, GATHERED_MS);
    };
    stream.onopen = () => {
      setConnection('connected');
      if (wasLost) refetch();
      wasLost = false;
    };
    stream.onerror = () => {
      wasLost = true;
      setConnection('lost');
    };
    stream.onmessage = happened;
    stream.addEventListener('presence', () => void queries.invalidateQueries({ queryKey: ['presence'] }));
    return () => {
      window.clearTimeout(gathering);
      stream.close();
    };
  }, [queries]);
  return <Connected value={connection}>{children}</Connected>;
}

export const useConnection = (): Connection => useContext(Connected);
