export type Connection = 'connecting' | 'connected' | 'lost';

export interface Followed {
  readonly onConnection: (connection: Connection) => void;
  /** Something has happened to a process. */
  readonly onEvent: () => void;
  readonly onPresence: () => void;
  /** The stream is there after it was lost: the news of the time between have to be read. */
  readonly onBack: () => void;
}

export interface Following {
  /** Tries at once where the stream is lost. */
  readonly retry: () => void;
  readonly stop: () => void;
}

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 10_000;
const WATCH_MS = 15_000;
/** Timers of a page that is not seen ring once a minute: a longer silence than this is a machine that slept. */
const SLEPT_MS = 150_000;

/**
 * Follows the event stream. A browser comes back by itself to a stream that was cut, but gives up for good where the answer is another one than
 * a stream: a proxy's 502 while the API starts, an ended session. It is opened again here then, ever more seldom.
 */
export function follow(address: string, { onConnection, onEvent, onPresence, onBack }: Followed): Following {
  let stream: EventSource;
  let wasLost = false;
  let failures = 0;
  let retrying: number | undefined;
  let awakeAtMs = Date.now();

  const open = (): void => {
    clearTimeout(retrying);
    retrying = undefined;
    stream = new EventSource(address);
    stream.onopen = () => {
      failures = 0;
      onConnection('connected');
      if (wasLost) onBack();
      wasLost = false;
    };
    stream.onerror = () => {
      wasLost = true;
      onConnection('lost');
      if (stream.readyState === EventSource.CLOSED) later();
    };
    stream.onmessage = onEvent;
    stream.addEventListener('presence', onPresence);
  };
  const later = (): void => {
    const longest = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS);
    failures += 1;
    // All pages of a company lose it in the same moment, and do not come back in the same one.
    retrying ??= window.setTimeout(open, longest * (0.5 + Math.random() / 2));
  };
  const retry = (): void => {
    if (wasLost && stream.readyState !== EventSource.OPEN) reopen();
  };
  const reopen = (): void => {
    stream.close();
    open();
  };
  const seen = (): void => {
    if (document.visibilityState === 'visible') retry();
  };
  /** A connection that died while the machine slept looks whole until something is sent. */
  const watching = window.setInterval(() => {
    const now = Date.now();
    if (now - awakeAtMs > SLEPT_MS) {
      wasLost = true;
      reopen();
    }
    awakeAtMs = now;
  }, WATCH_MS);

  open();
  window.addEventListener('online', retry);
  document.addEventListener('visibilitychange', seen);
  return {
    retry,
    stop: () => {
      clearTimeout(retrying);
      clearInterval(watching);
      window.removeEventListener('online', retry);
      document.removeEventListener('visibilitychange', seen);
      stream.close();
    },
  };
}
