import { isRegistered, type CaseState, type RegisteredCase } from '../../domain/case/state';
import { Prisma, query, type Reader } from '../../platform/database';

/** A case as PostgreSQL holds it: the fold of its events. */
export interface StoredCase {
  readonly processId: string;
  readonly seq: number;
  readonly state: RegisteredCase;
  /** Update time of the row that lists show. */
  readonly updatedAt: Date;
}

// Written by the decider of this very type, under the hash chain that `verify` checks.
const isCaseState = (value: unknown): value is CaseState =>
  typeof value === 'object' && value !== null && 'stage' in value && 'clocks' in value;

/** No restriction on the reader. */
export const ANYBODY = Prisma.sql`TRUE`;

/** @param condition what the caller may see (`inScope`); a case beyond it is not there. */
export async function readCase(
  database: Reader,
  number: string,
  condition: Prisma.Sql,
): Promise<StoredCase | undefined> {
  const row = await read<Row>(
    database,
    Prisma.sql`SELECT ${COLUMNS} FROM ${TABLES} WHERE service_case.number = ${number} AND ${condition}`,
  );
  return row && { ...row, state: stateOf(row, number) };
}

/** A command that a process has taken, and the digest of what was sent. */
export interface DoneCommand {
  readonly commandId: string;
  readonly digest: string | null;
}

export interface CaseForCommands extends StoredCase {
  readonly done: readonly DoneCommand[];
}

/** As `readCase`, and those of these ids that the case has taken already: one statement, since every command asks for both. */
export async function readCaseForCommands(
  database: Reader,
  number: string,
  { condition, ids }: { readonly condition: Prisma.Sql; readonly ids: readonly string[] },
): Promise<CaseForCommands | undefined> {
  const row = await read<Row & Pick<CaseForCommands, 'done'>>(
    database,
    Prisma.sql`
      SELECT ${COLUMNS}, (
        SELECT coalesce(json_agg(json_build_object('commandId', command_id, 'digest', digest)), '[]')
        FROM process_command WHERE process_command.process_id = process.id AND command_id = ANY(${ids})) AS done
      FROM ${TABLES} WHERE service_case.number = ${number} AND ${condition}`,
  );
  return row && { ...row, state: stateOf(row, number) };
}

type Row = Omit<StoredCase, 'state'> & { readonly state: unknown };

const COLUMNS = Prisma.sql`process.id AS "processId", process.seq, process.state, service_case.updated_at AS "updatedAt"`;
const TABLES = Prisma.sql`service_case JOIN process ON process.id = service_case.process_id`;

async function read<Found>(database: Reader, { text, values }: Prisma.Sql): Promise<Found | undefined> {
  return (await query<Found>(database, text, values)).rows[0];
}

/** A state as PostgreSQL or a fold of its events has it. @throws {Error} where it is not that of a case. */
export function stateOf({ state }: { readonly state: unknown }, number: string): RegisteredCase {
  if (isCaseState(state) && isRegistered(state)) return state;
  throw new Error(`The stored state of ${number} is not that of a case`);
}
