import { api, bodyOf, Refused, session } from '../api';
import { phone, type CaseCommand, type Entry, type KeptFile } from './database';
import { changed, discard, entries } from './entries';
import { isUnreachable } from './kept';

/** Longer than any answer takes: a dead spot swallows what is sent without a word. */
const ANSWER_MS = 20_000;
const UPLOAD_MS = 90_000;
const TOO_OFTEN = [408, 425, 429];

/** `done`: nothing is left that could be sent. `later`: Aftercare cannot be reached. `login`: the session has ended. */
export type Flushed = 'done' | 'later' | 'login';

/**
 * Sends what waits: in order for each case, by one page of this browser alone. A refusal stops its case and no other. Commands have ids, so
 * one whose answer was lost is sent again and done once.
 */
export const flush = (ownerId: string): Promise<Flushed> =>
  navigator.locks.request('aftercare.outbox', async () => {
    if (!navigator.onLine) return 'later';
    try {
      return await sendAll(ownerId);
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 401) {
        if (error.problem.code !== 'SESSION.OTHER') session.onEnd('ended');
        return 'login';
      }
      if (isUnreachable(error) || isTooOften(error)) return 'later';
      throw error;
    }
  });

const isTooOften = (error: unknown): boolean =>
  error instanceof Refused && TOO_OFTEN.includes(error.problem.status);

async function sendAll(ownerId: string): Promise<Flushed> {
  const stopped = new Set<string>();
  for (;;) {
    const waiting = (await entries()).filter((entry) => entry.ownerId === ownerId);
    for (const { refusal, caseNumber } of waiting) if (refusal) stopped.add(caseNumber);
    const next = waiting.find(({ caseNumber }) => !stopped.has(caseNumber));
    if (!next) return 'done';
    if (!(await isCaller(ownerId))) return 'login';
    await send(next);
  }
}

/** Without a connection the page began without the token that changes carry. */
async function isCaller(ownerId: string): Promise<boolean> {
  if (session.csrfToken !== undefined) return true;
  const me = await bodyOf(api.GET('/v1/me', { signal: AbortSignal.timeout(ANSWER_MS) }));
  if (me.id !== ownerId) return false;
  session.csrfToken = me.session.csrfToken ?? undefined;
  return true;
}

/** @throws {unknown} what stops the others too: a lost connection, an ended session. */
async function send(entry: Entry): Promise<void> {
  const database = await phone();
  try {
    const command = await withFilesUploaded(entry);
    await database.put('entries', { ...entry, isUnclear: true });
    await api.POST('/v1/cases/{number}/commands', {
      params: { path: { number: entry.caseNumber } },
      body: { commands: [command] },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    await discard(entry);
  } catch (error) {
    if (!(error instanceof Refused) || isUnreachable(error) || isTooOften(error)) throw error;
    const { isUnclear: _, ...known } = entry;
    const hasEnded = error.problem.status === 401;
    await database.put('entries', hasEnded ? known : { ...known, refusal: error.problem });
    changed();
    if (hasEnded) throw error;
  }
}

/** The command with the ids of the attachments that its files have become. The same bytes sent twice are one attachment. */
async function withFilesUploaded({ command, fileIds, caseNumber: number }: Entry): Promise<CaseCommand> {
  const database = await phone();
  let text = JSON.stringify(command);
  for (const id of fileIds) {
    const file = await database.get('files', id);
    if (!file) continue;
    const attachmentId = file.attachmentId ?? (await upload(number, file));
    await database.put('files', { ...file, attachmentId });
    text = text.replaceAll(id, attachmentId);
  }
  return JSON.parse(text) as CaseCommand;
}

async function upload(number: string, { name, blob }: KeptFile): Promise<string> {
  const { id } = await bodyOf(
    api.POST('/v1/cases/{number}/attachments', {
      params: { path: { number }, query: { name } },
      // The body is the file as it is; the type of the document knows no bytes.
      body: '',
      bodySerializer: () => blob,
      headers: { 'content-type': blob.type },
      signal: AbortSignal.timeout(UPLOAD_MS),
    }),
  );
  return id;
}
