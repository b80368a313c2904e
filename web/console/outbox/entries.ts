import { newId } from '../../shared/ids';
import { phone, type CaseCommand, type CommandType, type Entry, type KeptFile } from './database';

/** Pages of this browser tell each other that the outbox has changed. */
const channel = new BroadcastChannel('aftercare.outbox');
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};
channel.onmessage = tell;

export function changed(): void {
  channel.postMessage('changed');
  tell();
}

export function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const entries = async (): Promise<readonly Entry[]> => (await phone()).getAll('entries');

export interface Given {
  readonly ownerId: string;
  readonly caseNumber: string;
  readonly type: CommandType;
  readonly data: object;
  readonly fileIds: readonly string[];
}

/**
 * Puts a command at the end; with `instead`, in the place of one that was not done. False: that one has been sent meanwhile, and nothing is
 * put anywhere.
 */
export const give = (given: Given, instead?: Entry): Promise<boolean> =>
  instead === undefined
    ? put(given)
    : navigator.locks.request('aftercare.outbox', async () => {
        const now = await entryOf(instead.order);
        return now !== undefined && now.isUnclear !== true && (await put(given, now));
      });

/** Puts a command without content at the end, unless the same one waits already: gloves tap twice. */
export const giveOnce = (given: Given): Promise<void> =>
  navigator.locks.request('aftercare.touch', async () => {
    const isWaiting = (await entries()).some(
      ({ ownerId, caseNumber, command }) =>
        ownerId === given.ownerId && caseNumber === given.caseNumber && command.type === given.type,
    );
    if (!isWaiting) await put(given);
  });

async function put({ type, data, ...given }: Given, instead?: Entry): Promise<boolean> {
  const database = await phone();
  const occurredAt = instead?.command.occurredAt ?? new Date().toISOString();
  // The API judges what the form has made.
  const command = { id: newId(), type, data, occurredAt } as CaseCommand;
  const entry = { ...given, command };
  if (instead) await database.put('entries', { ...entry, order: instead.order });
  else {
    // The store numbers its entries by itself.
    await database.add('entries', entry as Entry);
    await navigator.storage.persist();
  }
  changed();
  return true;
}

export async function discard({ order, fileIds }: Entry): Promise<void> {
  const database = await phone();
  const transaction = database.transaction(['entries', 'files'], 'readwrite');
  await transaction.objectStore('entries').delete(order);
  for (const id of fileIds) await transaction.objectStore('files').delete(id);
  await transaction.done;
  changed();
}

export async function keepFile(file: Pick<KeptFile, 'caseNumber' | 'name' | 'blob'>): Promise<string> {
  const id = newId();
  await (await phone()).put('files', { ...file, id });
  return id;
}

export const dropFile = async (id: string): Promise<void> => (await phone()).delete('files', id);
export const fileOf = async (id: string): Promise<KeptFile | undefined> => (await phone()).get('files', id);
export const entryOf = async (order: number): Promise<Entry | undefined> =>
  (await phone()).get('entries', order);
