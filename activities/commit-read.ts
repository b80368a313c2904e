import type { CommitRequest } from '../domain/process/commit';
import { query, type Database } from '../platform/database';
import { REGISTERS_VERSION, type ClockRegisterCache } from './clock-registers';

/** The row of a process, as a commit finds and leaves it. */
export interface Head {
  readonly seq: number;
  readonly state: unknown;
  readonly hash: string;
  readonly updatedAt: Date;
}

/** All that a commit has to know. */
export interface Found {
  /** Undefined: the process has no row yet. */
  readonly head: Head | undefined;
  /** Ids of its commands that were done before. */
  readonly repeated: readonly string[];
  /** Of the registers that clocks are reckoned by. */
  readonly registersVersion: string;
  /** Not read but remembered: the write has to see that it is so still. */
  readonly isRemembered: boolean;
}

/** Of processes at work, more than a worker has workflows in memory; each is some kilobytes. */
const MOST_REMEMBERED = 2_000;

/**
 * Heads as this worker's last commits left them, so that the next commit of the same process need not read (ADR 30). A guess, never the truth:
 * what is written by it is written only where PostgreSQL has the very same.
 */
export class CommitReader {
  /** The one that was left longest ago is first. */
  private readonly heads = new Map<string, Head>();

  constructor(
    private readonly database: Database,
    private readonly registers: ClockRegisterCache,
  ) {}

  /** What is remembered is so once: whoever commits tells again what was left. */
  async find(request: CommitRequest): Promise<Found> {
    const { processId, fromSeq } = request;
    const head = this.heads.get(processId);
    this.heads.delete(processId);
    const registersVersion = this.registers.version;
    return head?.seq === fromSeq - 1 && registersVersion !== undefined
      ? { head, repeated: [], registersVersion, isRemembered: true }
      : readHead(this.database, request);
  }

  remember(processId: string, head: Head): void {
    this.heads.set(processId, head);
    const [oldest] = this.heads.keys();
    if (this.heads.size > MOST_REMEMBERED && oldest !== undefined) this.heads.delete(oldest);
  }
}

interface FoundRow {
  readonly seq: number | null;
  readonly state: unknown;
  readonly hash: string | null;
  readonly updatedAt: Date | null;
  readonly repeated: readonly string[];
  readonly registersVersion: string;
}

const FIND = `SELECT process.seq, process.state, process.hash, process.updated_at AS "updatedAt",
  ARRAY(SELECT command_id FROM process_command
    WHERE process_id = $1 AND command_id IN (SELECT jsonb_array_elements_text($2::jsonb))) AS repeated,
  ${REGISTERS_VERSION} AS "registersVersion"
FROM (SELECT $1::text AS id) asked LEFT JOIN process USING (id)`;

async function readHead(database: Database, { processId, commands }: CommitRequest): Promise<Found> {
  const ids = JSON.stringify(commands.map(({ id }) => id));
  const {
    rows: [row],
  } = await query<FoundRow>(database, FIND, [processId, ids]);
  if (!row) throw new Error(`PostgreSQL told nothing of ${processId}`);
  const { seq, state, hash, updatedAt, repeated, registersVersion } = row;
  const head =
    seq === null || hash === null || updatedAt === null ? undefined : { seq, state, hash, updatedAt };
  return { head, repeated, registersVersion, isRemembered: false };
}
