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
  /** Version of the registers that clocks are computed from. */
  readonly registersVersion: string;
  /** Not read but remembered: the write has to see that it is so still. */
  readonly isRemembered: boolean;
  /** The rows that the read model holds, by table, where they are known. */
  readonly rows?: ReadModelRows | undefined;
}

export type ReadModelRows = ReadonlyMap<string, readonly object[]>;

/** State and rows that the last commit of a process left. */
interface Remembered {
  readonly head: Head;
  readonly rows: ReadModelRows;
  /** Register version that these rows were computed with. */
  readonly registersVersion: string;
}

/**
 * Upper bound of running processes kept, above the number of workflows a worker caches; each entry takes some
 * kilobytes.
 */
const MOST_REMEMBERED = 2_000;

/**
 * Heads as this worker's last commits left them, so that the next commit of the same process need not read (ADR 30). A guess, never the truth:
 * what is written by it is written only where PostgreSQL has the very same.
 */
export class CommitReader {
  /** The one that was left longest ago is first. */
  private readonly left = new Map<string, Remembered>();

  constructor(
    private readonly database: Database,
    private readonly registers: ClockRegisterCache,
  ) {}

  /** Removes the entry it returns: a commit stores its own result afterwards. */
  async find(request: CommitRequest): Promise<Found> {
    const { processId, fromSeq } = request;
    const left = this.left.get(processId);
    this.left.delete(processId);
    const registersVersion = this.registers.version;
    if (left?.head.seq !== fromSeq - 1 || registersVersion === undefined)
      return readHead(this.database, request);
    const { head } = left;
    // After a register change another worker may have recomputed the rows.
    const rows = left.registersVersion === registersVersion ? left.rows : undefined;
    return { head, repeated: [], registersVersion, isRemembered: true, rows };
  }

  remember(processId: string, left: Remembered): void {
    this.left.set(processId, left);
    const [oldest] = this.left.keys();
    if (this.left.size > MOST_REMEMBERED && oldest !== undefined) this.left.delete(oldest);
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
  if (!row) throw new Error(`PostgreSQL returned no row for ${processId}`);
  const { seq, state, hash, updatedAt, repeated, registersVersion } = row;
  const head =
    seq === null || hash === null || updatedAt === null ? undefined : { seq, state, hash, updatedAt };
  return { head, repeated, registersVersion, isRemembered: false };
}
