import { useCallback, useEffect, useState } from 'preact/hooks';
import { read, Refused, type CustomerCase } from '../api';
import { useLanguage } from '../language';

const AGAIN_MS = 60_000;

interface Known {
  readonly it?: CustomerCase;
  readonly readAt?: string;
  /** The error of the last reading; what was read before stays. */
  readonly error?: unknown;
}

/** The case of the link: read again each minute while it is looked at, and when the page is come back to. */
export function useCase(token: string) {
  const { language } = useLanguage();
  const [known, setKnown] = useState<Known>({});
  const reload = useCallback(async (): Promise<void> => {
    try {
      const it = await read('/v1/customer/case', { language, token });
      setKnown({ it, readAt: new Date().toISOString() });
    } catch (error) {
      // A link that no longer opens the case shows nothing of it.
      const isClosed = error instanceof Refused && error.problem.status < 429;
      setKnown((before) => (isClosed ? { error } : { ...before, error }));
    }
  }, [language, token]);
  useEffect(() => {
    void reload();
    const look = (): void => {
      if (document.visibilityState === 'visible') void reload();
    };
    const timer = setInterval(look, AGAIN_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [reload]);
  return { ...known, reload };
}
