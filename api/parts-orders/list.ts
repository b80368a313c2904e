import type { OrderState, RequestedOrder } from '../../domain/parts-order/state';
import { isRequested } from '../../domain/parts-order/state';
import { ENDED_ORDER_STAGES } from '../../domain/parts-order/terms';
import type { Principal } from '../../domain/identity/principal';
import { Prisma, type Reader } from '../../platform/database';
import { DEFAULT_LIMIT } from '../http/schema/paging';
import type { OrderListQuery } from './schema';
import { Keyset } from '../http/paging';
import { ApiError } from '../http/problems';
import { inScope, isInScope } from '../access/scope';

export type OrderRow = Prisma.PartsOrderGetPayload<object>;

/** Orders that are under way, as a condition on `parts_order`. */
export const isOpenOrder = Prisma.sql`(parts_order.stage NOT IN (${Prisma.join([...ENDED_ORDER_STAGES])}))`;

/** One page of parts orders that the caller sees, newest first. @throws {ApiError} for a cursor of another list. */
export async function listOrders(
  database: Reader,
  { scope }: Principal,
  { limit = DEFAULT_LIMIT, cursor, ...filters }: OrderListQuery,
  now: Date,
): Promise<{ readonly rows: readonly OrderRow[]; readonly nextCursor: string | null }> {
  type Key = Pick<OrderRow, 'number' | 'requestedAt'>;
  const keyset = new Keyset<Key>(
    [
      {
        column: Prisma.sql`requested_at`,
        kind: 'instant',
        direction: 'desc',
        of: ({ requestedAt }) => requestedAt,
      },
      { column: Prisma.sql`number`, kind: 'text', direction: 'desc', of: ({ number }) => number },
    ],
    { ...filters, list: 'parts-orders' },
  );
  const { stage, caseNumber, depot, open, overdue } = filters;
  const conditions = [
    inScope(scope, 'parts_order'),
    ...(stage === undefined ? [] : [Prisma.sql`stage = ${stage}`]),
    ...(caseNumber === undefined ? [] : [Prisma.sql`case_number = ${caseNumber}`]),
    ...(depot === undefined ? [] : [Prisma.sql`${depot} = ANY(depot_ids)`]),
    ...(open === undefined ? [] : [Prisma.sql`${isOpenOrder} = ${open}`]),
    ...(overdue === undefined ? [] : [Prisma.sql`COALESCE(next_deadline_at < ${now}, FALSE) = ${overdue}`]),
    keyset.after(cursor),
  ];
  const found = await database.$queryRaw<Key[]>`
    SELECT number, requested_at AS "requestedAt" FROM parts_order
    WHERE ${Prisma.join(conditions, ' AND ')} ${keyset.orderBy} LIMIT ${limit + 1}`;
  const { rows, nextCursor } = keyset.page(found, limit);
  const numbers = rows.map(({ number }) => number);
  const whole = await database.partsOrder.findMany({ where: { number: { in: numbers } } });
  return {
    rows: numbers.flatMap((number) => whole.find((row) => row.number === number) ?? []),
    nextCursor,
  };
}

// Written by the decider of this very type, under the hash chain that `verify` checks.
export const isOrderState = (value: unknown): value is OrderState =>
  typeof value === 'object' && value !== null && 'shipments' in value && 'holds' in value;

export interface StoredOrder {
  readonly row: OrderRow;
  readonly seq: number;
  readonly state: RequestedOrder;
}

/** @throws {ApiError} 404: it does not exist, or not for this caller. */
export async function visibleOrder(
  database: Reader,
  number: string,
  { scope }: Principal,
): Promise<StoredOrder> {
  const row = (await isInScope(database, scope, 'parts_order', number))
    ? await database.partsOrder.findUnique({ where: { number } })
    : null;
  if (!row) throw new ApiError('RESOURCE.NOT_FOUND', { what: number });
  const { state, seq } = await database.process.findUniqueOrThrow({ where: { id: row.processId } });
  if (!isOrderState(state) || !isRequested(state))
    throw new Error(`The stored state of ${number} is not that of a parts order`);
  return { row, seq, state };
}
