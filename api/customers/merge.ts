import { randomUUID } from 'node:crypto';
import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { customerWords } from '../../platform/customer-words';
import type { Database, Prisma, Transaction } from '../../platform/database';
import { ApiError } from '../http/problems';

const Moved = Type.Object({
  contacts: Type.Array(
    Type.Object({
      kind: Type.String(),
      value: Type.String(),
      name: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
  units: Type.Array(Type.String()),
  contracts: Type.Array(Type.String()),
  requests: Type.Array(Type.String()),
});
type Moved = Static<typeof Moved>;

interface Merge {
  readonly fromId: string;
  readonly intoId: string;
  readonly reason: string;
  readonly by: string;
}

/**
 * Merges a prospect into an existing customer: requests, contacts, units and contracts follow in one
 * transaction, on record; cases are notified afterwards. @throws {ApiError} CUSTOMER.NOT_MERGEABLE, without
 * any change.
 */
export const mergeCustomer = (database: Database, { fromId, intoId, reason, by }: Merge): Promise<string> =>
  database.$transaction(async (tx) => {
    const rows = await locked(tx, [fromId, intoId]);
    const from = rows.find(({ id }) => id === fromId);
    const into = rows.find(({ id }) => id === intoId);
    if (
      from?.status !== 'prospect' ||
      from.mergedInto !== null ||
      into?.status !== 'active' ||
      into.mergedInto !== null
    )
      throw new ApiError('CUSTOMER.NOT_MERGEABLE', {}, 'into');
    const moved = await belongings(tx, fromId);
    await move(tx, moved, { from: fromId, to: intoId });
    await tx.customer.update({ where: { id: fromId }, data: { mergedInto: intoId } });
    const id = randomUUID();
    await tx.customerMerge.create({ data: { id, fromId, intoId, reason, by, moved, at: new Date() } });
    await refresh(tx, [fromId, intoId]);
    return id;
  });

/** Takes a merge back: what moved goes back, as far as it is still the customer's. @throws {ApiError} CUSTOMER.NOT_MERGED */
export const undoMerge = (
  database: Database,
  { fromId, by }: { readonly fromId: string; readonly by: string },
): Promise<string> =>
  database.$transaction(async (tx) => {
    const merge = await tx.customerMerge.findFirst({ where: { fromId, undoneAt: null } });
    if (!merge) throw new ApiError('CUSTOMER.NOT_MERGED');
    const { id, intoId } = merge;
    await locked(tx, [fromId, intoId]);
    const { count } = await tx.customerMerge.updateMany({
      where: { id, undoneAt: null },
      data: { undoneAt: new Date(), undoneBy: by },
    });
    if (count === 0) throw new ApiError('CUSTOMER.NOT_MERGED');
    await move(tx, Value.Parse(Moved, merge.moved), { from: intoId, to: fromId });
    await tx.customer.update({ where: { id: fromId }, data: { mergedInto: null } });
    await refresh(tx, [fromId, intoId]);
    return intoId;
  });

/** In one order, so that two merges at once wait for one another and do not block. */
const locked = (tx: Transaction, ids: readonly string[]) =>
  tx.$queryRaw<{ id: string; status: string; mergedInto: string | null }[]>`
    SELECT id, status, merged_into AS "mergedInto" FROM customer WHERE id = ANY(${[...ids]}::text[]) ORDER BY id FOR UPDATE`;

async function belongings(tx: Transaction, customerId: string): Promise<Moved> {
  const [contacts, units, contracts, requests] = await Promise.all([
    tx.customerContact.findMany({ where: { customerId }, select: { kind: true, value: true, name: true } }),
    tx.unit.findMany({ where: { customerId }, select: { id: true } }),
    tx.serviceContract.findMany({ where: { customerId }, select: { number: true } }),
    tx.request.findMany({ where: { customerId }, select: { number: true } }),
  ]);
  return {
    contacts,
    units: units.map(({ id }) => id),
    contracts: contracts.map(({ number }) => number),
    requests: requests.map(({ number }) => number),
  };
}

async function move(
  tx: Transaction,
  { contacts, units, contracts, requests }: Moved,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  for (const { kind, value, name } of contacts) {
    const { count } = await tx.customerContact.deleteMany({ where: { customerId: from, kind, value } });
    if (count > 0)
      await tx.customerContact.createMany({
        data: [{ customerId: to, kind, value, name }],
        skipDuplicates: true,
      });
  }
  const own = { customerId: from };
  const theirs = { customerId: to };
  await tx.unit.updateMany({ where: { ...own, id: { in: units } }, data: theirs });
  await tx.serviceContract.updateMany({ where: { ...own, number: { in: contracts } }, data: theirs });
  await tx.request.updateMany({ where: { ...own, number: { in: requests } }, data: theirs });
}

async function refresh(tx: Transaction, ids: readonly string[]): Promise<void> {
  const include = { contacts: true } as const satisfies Prisma.CustomerInclude;
  for (const row of await tx.customer.findMany({ where: { id: { in: [...ids] } }, include }))
    await tx.customer.update({
      where: { id: row.id },
      data: { words: customerWords(row), version: { increment: 1 } },
    });
}
