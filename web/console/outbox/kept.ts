import { Refused } from '../api';
import { phone } from './database';

/** An answer, with when it was read; `isKept` where it comes from this machine because Aftercare could not be reached. */
export interface Read<T> {
  readonly value: T;
  readonly readAt: string;
  readonly isKept: boolean;
}

/** A lost connection, and a proxy that answers in the API's place. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof Refused
    ? error.problem.status >= 500
    : error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');

/** Reads from the API and keeps the answer; what was kept before where Aftercare cannot be reached. */
export async function readOrKept<T>(key: string, read: () => Promise<T>): Promise<Read<T>> {
  const database = await phone();
  try {
    const value = await read();
    const readAt = new Date().toISOString();
    await database.put('kept', { value, readAt }, key);
    return { value, readAt, isKept: false };
  } catch (error) {
    const kept = isUnreachable(error) ? await database.get('kept', key) : undefined;
    if (!kept) throw error;
    // Kept under this key by this very function.
    return { value: kept.value as T, readAt: kept.readAt, isKept: true };
  }
}

/** Forgets the answers, with the addresses of customers, once somebody logs out. */
export const forgetKept = async (): Promise<void> => (await phone()).clear('kept');
