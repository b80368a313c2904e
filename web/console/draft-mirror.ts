import { api, bodyOf, Refused, session } from './api';
import { entryKeys, entryOf, keeping, setEntry } from './kept';

/** Typing rests so long before it is sent. */
const REST_MS = 1_000;
/** A page does not wait longer for drafts of another machine. */
const PATIENCE_MS = 3_000;
const PREFIX = 'console:';

const timers = new Map<string, ReturnType<typeof setTimeout>>();
const lines = new Map<string, Promise<void>>();
const failed = new Set<string>();
const readers = new Set<() => void>();
const tell = (): void => readers.forEach((reader) => reader());

/** The server takes fewer signs in a key than phone numbers have. */
const nameOf = (key: string): string =>
  PREFIX + key.replace(/[^\w.:-]/gu, (sign) => `~${sign.codePointAt(0)?.toString(16) ?? ''}`);

export type Keeping = 'nothing' | 'waiting' | 'server' | 'tab';

/** Where a draft is kept by now. */
export function keepingOf(key: string): Keeping {
  const entry = entryOf(key);
  if (entry?.value === undefined) return 'nothing';
  if (entry.isOnServer === true) return 'server';
  return failed.has(key) ? 'tab' : 'waiting';
}

export function onKeeping(reader: () => void): () => void {
  readers.add(reader);
  return () => readers.delete(reader);
}

async function send(key: string): Promise<void> {
  const { owner } = keeping;
  const entry = entryOf(key);
  if (!entry || entry.isOnServer === true) return;
  const path = { key: nameOf(key) };
  // A page that is closed meanwhile still delivers it.
  const keepalive = true;
  try {
    if (entry.value === undefined) await api.DELETE('/v1/drafts/{key}', { params: { path }, keepalive });
    else
      await api.PUT('/v1/drafts/{key}', {
        params: { path },
        body: { content: { key, value: entry.value, at: entry.at } },
        keepalive,
      });
  } catch (error) {
    // The login covers the page then, and sends it after.
    if (error instanceof Refused && error.problem.status === 401) return;
    // It stays in the tab, the page says so, and the next change, connection or login sends it again.
    failed.add(key);
    return;
  }
  failed.delete(key);
  const now = entryOf(key);
  if (keeping.owner !== owner || now?.at !== entry.at) return;
  setEntry(key, entry.value === undefined ? undefined : { ...entry, isOnServer: true });
}

/** Sends one after the other: an older text never overtakes a newer one. */
function push(key: string): Promise<void> {
  clearTimeout(timers.get(key));
  timers.delete(key);
  const line = (lines.get(key) ?? Promise.resolve()).then(() => send(key)).then(tell);
  lines.set(key, line);
  return line;
}

function changed(key: string): void {
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => void push(key), REST_MS),
  );
  tell();
}

/** Sends all that waits, now. */
export async function pushAll(): Promise<void> {
  await Promise.all(entryKeys().map(push));
}

/** Takes over what the person has typed on another machine or before they logged out; the later text stands. */
export async function takeIn(staffId: string): Promise<void> {
  if (keeping.owner === staffId) return pushAll();
  keeping.owner = staffId;
  keeping.onChange = changed;
  if (session.csrfToken === undefined) return;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const query = { prefix: PREFIX };
  const read = await bodyOf(api.GET('/v1/drafts', { params: { query }, signal })).catch(() => undefined);
  // Without an answer the tab goes by what it has itself.
  if (!read) return;
  const contents = read.items.flatMap(({ content: { key, value, at } }) =>
    typeof key === 'string' && typeof at === 'string' ? [{ key, value, at }] : [],
  );
  const onServer = new Set(contents.map(({ key }) => key));
  for (const key of entryKeys())
    if (entryOf(key)?.isOnServer === true && !onServer.has(key)) setEntry(key, undefined);
  for (const { key, value, at } of contents)
    if ((entryOf(key)?.at ?? '') < at) setEntry(key, { value, at, isOnServer: true });
  void pushAll();
}

/** Takes from this tab what the server has: the machine may be another's tomorrow. */
export function forgetKept(): void {
  for (const key of entryKeys()) if (entryOf(key)?.isOnServer === true) setEntry(key, undefined);
}

window.addEventListener('online', () => void pushAll());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void pushAll();
});
