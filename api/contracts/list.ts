import type { Scope } from '../../domain/identity/scope';
import { Prisma, type Database } from '../../platform/database';
import type { ContractListQuery } from './schema';
import { DEFAULT_LIMIT } from '../http/schema/paging';
import { Keyset } from '../http/paging';
import { inScope } from '../access/scope';

/** The numbers of one page of contracts that the caller sees. @throws {ApiError} for a cursor of another list. */
export async function listContracts(
  database: Database,
  scope: Scope,
  { limit = DEFAULT_LIMIT, cursor, ...filters }: ContractListQuery,
): Promise<{ readonly numbers: readonly string[]; readonly nextCursor: string | null }> {
  const keyset = new Keyset<{ readonly number: string }>(
    [{ column: Prisma.sql`number`, kind: 'text', direction: 'asc', of: ({ number }) => number }],
    { ...filters, list: 'contracts' },
  );
  const { customerId, unitId, onDay } = filters;
  const conditions = [
    inScope(scope, 'service_contract'),
    ...(customerId === undefined ? [] : [Prisma.sql`customer_id = ${customerId}`]),
    ...(unitId === undefined
      ? []
      : [
          Prisma.sql`EXISTS (SELECT FROM service_contract_unit AS u WHERE u.contract_number = number AND u.unit_id = ${unitId})`,
        ]),
    ...(onDay === undefined ? [] : [Prisma.sql`${onDay}::date BETWEEN valid_from AND valid_to`]),
    keyset.after(cursor),
  ];
  const found = await database.$queryRaw<{ number: string }[]>`
    SELECT number FROM service_contract WHERE ${Prisma.join(conditions, ' AND ')} ${keyset.orderBy} LIMIT ${limit + 1}`;
  const { rows, nextCursor } = keyset.page(found, limit);
  return { numbers: rows.map(({ number }) => number), nextCursor };
}
