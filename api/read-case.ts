import { isRegistered, type CaseState, type RegisteredCase } from '../domain/case/state';
import type { Database, Prisma } from '../platform/database';

/** A case as PostgreSQL holds it: the fold of its events, and the row that lists show. */
export interface StoredCase {
  readonly processId: string;
  readonly seq: number;
  readonly state: RegisteredCase;
  readonly row: Prisma.ServiceCaseGetPayload<object>;
}

// Written by the decider of this very type, under the hash chain that `verify` checks.
const isCaseState = (value: unknown): value is CaseState =>
  typeof value === 'object' && value !== null && 'stage' in value && 'clocks' in value;

/** @param where what the caller may see (`caseWhere`); a case beyond it is not there. */
export async function readCase(
  database: Database,
  number: string,
  where: Prisma.ServiceCaseWhereInput,
): Promise<StoredCase | undefined> {
  const row = await database.serviceCase.findFirst({ where: { AND: [{ number }, where] } });
  if (!row) return undefined;
  const { state, seq } = await database.process.findUniqueOrThrow({
    where: { id: row.processId },
    select: { state: true, seq: true },
  });
  if (!isCaseState(state) || !isRegistered(state))
    throw new Error(`The stored state of ${number} is not that of a case`);
  return { processId: row.processId, seq, state, row };
}
