import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Problem, Schemas } from '../api';

export type CaseCommand = Schemas['CaseCommand'];
export type CommandType = CaseCommand['type'];

/** A command that waits on this machine. It names its files by their ids here, until they are uploaded. */
export interface Entry {
  /** Order in which it was given; the key. */
  readonly order: number;
  readonly ownerId: string;
  readonly caseNumber: string;
  readonly command: CaseCommand;
  readonly fileIds: readonly string[];
  /** The refusal, in the API's words: the case stops here until somebody corrects or discards it. */
  readonly refusal?: Problem;
  /** It was sent and no answer came: it may have been done. */
  readonly isUnclear?: true;
}

/** A photo or a signature that waits. */
export interface KeptFile {
  readonly id: string;
  readonly caseNumber: string;
  readonly name: string;
  readonly blob: Blob;
  /** Once it is uploaded. */
  readonly attachmentId?: string;
}

/** An answer of the API that is shown without a connection. */
interface Kept {
  readonly value: unknown;
  readonly readAt: string;
}

interface Phone extends DBSchema {
  entries: { key: number; value: Entry };
  files: { key: string; value: KeptFile };
  kept: { key: string; value: Kept };
}

let opening: Promise<IDBPDatabase<Phone>> | undefined;

/** The database of this machine: what it keeps of the day and of what waits to be sent. */
export const phone = (): Promise<IDBPDatabase<Phone>> =>
  (opening ??= openDB<Phone>('aftercare', 1, {
    upgrade(database) {
      database.createObjectStore('entries', { keyPath: 'order', autoIncrement: true });
      database.createObjectStore('files', { keyPath: 'id' });
      database.createObjectStore('kept');
    },
  }));
