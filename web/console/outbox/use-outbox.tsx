import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useMe } from '../session';
import { useConnection } from '../shell/live';
import type { Entry } from './database';
import { entries, onChange } from './entries';
import { flush, type Flushed } from './flusher';

/** The outbox tries again this often, where nothing else says that the connection is back. */
const AGAIN_MS = 30_000;

export interface Outbox {
  /** The caller's own entries, in their order. */
  readonly waiting: readonly Entry[];
  /** Those that have just been sent, until the pages are read again: what they have done is not offered again meanwhile. */
  readonly settling: readonly Entry[];
  /** The number of entries by other people on this machine: these are sent once their owners log in again. */
  readonly ofOthers: number;
  readonly isSending: boolean;
  readonly isOnline: boolean;
  readonly sendNow: () => void;
}

export const Kept = createContext<Outbox | undefined>(undefined);

export function useOutbox(): Outbox {
  const outbox = useContext(Kept);
  if (!outbox) throw new Error('There is no OutboxProvider around this');
  return outbox;
}

/** Sends what waits, as long as a page is open: at once, when the connection is back, after a login, and every half minute. */
export function OutboxProvider({ children }: { readonly children: ReactNode }) {
  const me = useMe();
  const { id: ownerId } = me;
  const queries = useQueryClient();
  const connection = useConnection();
  const [all, setAll] = useState<readonly Entry[]>([]);
  const [given, setGiven] = useState<readonly Entry[]>([]);
  const [runs, setRuns] = useState(0);
  const [last, setLast] = useState<Flushed>('done');
  const [hasNetwork, setNetwork] = useState(navigator.onLine);

  const read = useCallback(async () => {
    setAll(await entries());
  }, []);
  const send = useCallback(async () => {
    setNetwork(navigator.onLine);
    const before = (await entries()).filter((entry) => entry.ownerId === ownerId && !entry.refusal);
    if (before.length === 0) {
      setLast('done');
      return;
    }
    setGiven((others) => [...others, ...before]);
    setRuns((count) => count + 1);
    try {
      setLast(await flush(ownerId));
    } finally {
      setRuns((count) => count - 1);
      await read();
      const left = new Set((await entries()).map(({ order }) => order));
      if (before.some(({ order }) => !left.has(order))) await queries.invalidateQueries();
      setGiven((others) => others.filter((one) => !before.includes(one)));
    }
  }, [ownerId, queries, read]);

  useEffect(() => {
    const sendNow = () => void send();
    const seen = () => {
      void read();
      if (document.visibilityState === 'visible') sendNow();
    };
    seen();
    const stop = onChange(() => void read());
    const timer = window.setInterval(sendNow, AGAIN_MS);
    window.addEventListener('online', sendNow);
    window.addEventListener('offline', sendNow);
    document.addEventListener('visibilitychange', seen);
    return () => {
      stop();
      window.clearInterval(timer);
      window.removeEventListener('online', sendNow);
      window.removeEventListener('offline', sendNow);
      document.removeEventListener('visibilitychange', seen);
    };
    // A new login is a new answer of `me`: what waited for it goes on, as it does when the event stream is back.
  }, [me, connection, read, send]);

  const outbox = useMemo(() => {
    const waiting = all.filter((entry) => entry.ownerId === ownerId);
    const orders = new Set(waiting.map(({ order }) => order));
    return {
      waiting,
      settling: given.filter(({ order }) => !orders.has(order)),
      ofOthers: all.length - waiting.length,
      isSending: runs > 0,
      isOnline: hasNetwork && connection !== 'lost' && last !== 'later',
      sendNow: () => void send(),
    };
  }, [all, connection, given, hasNetwork, last, ownerId, runs, send]);
  return <Kept value={outbox}>{children}</Kept>;
}
