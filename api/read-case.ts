import { isRegistered, type CaseState, type RegisteredCase } from '../domain/case/state';
import { Prisma, query, type Database } from '../platform/database';

/** A case as PostgreSQL holds it: the fold of its events. */
export interface StoredCase {
  readonly processId: string;
  readonly seq: number;
  readonly state: RegisteredCase;
  /** Of the row that lists show. */
  readonly updatedAt: Date;
}

// Written by the decider of this very type, under the hash chain that `verify` checks.
const isCaseState = (value: unknown): value is CaseState =>
  typeof value === 'object' && value !== null && 'stage' in value && 'clocks' in value;

/** Whoever asks: the case is theirs to see. */
export const ANYBODY = Prisma.sql`TRUE`;

/** One statement: every command asks twice. @param condition what the caller may see (`inScope`); a case beyond it is not there. */
export async function readCase(
  database: Database,
  number: string,
  condition: Prisma.Sql,
): Promise<StoredCase | undefined> {
  const { text, values } = Prisma.sql`
    SELECT process.id AS "processId", process.seq, process.state, service_case.updated_at AS "updatedAt"
    FROM service_case JOIN process ON process.id = service_case.process_id
    WHERE service_case.number = ${number} AND ${condition}`;
  const {
    rows: [stored],
  } = await query<Omit<StoredCase, 'state'> & { readonly state: unknown }>(database, text, values);
  if (!stored) return undefined;
  const { state } = stored;
  if (!isCaseState(state) || !isRegistered(state))
    throw new Error(`The stored state of ${number} is not that of a case`);
  return { ...stored, state };
}
