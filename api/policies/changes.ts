import { randomUUID } from 'node:crypto';
import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import type { Database, Transaction } from '../../platform/database';

const PREFIX = 'reckon-anew:';

const Scope = Type.Object({
  clock: Type.Optional(Type.String()),
  calendar: Type.Optional(Type.String()),
  /** Only processes that have not ended. */
  open: Type.Optional(Type.Boolean()),
  from: Type.String({ description: 'Clocks started from here on; ISO-8601' }),
});

/**
 * A change of policies or calendars whose clocks are still to be recomputed. Kept until that is done, across
 * restarts.
 */
export interface Change {
  readonly key: string;
  readonly scope: Static<typeof Scope>;
}

/** In the transaction of the change itself, so that neither is there without the other. */
export async function noteChange(
  tx: Transaction,
  of: { readonly clock: string } | { readonly calendar: string },
  effectiveFrom: Date,
): Promise<Change> {
  const change = { key: `${PREFIX}${randomUUID()}`, scope: { ...of, from: effectiveFrom.toISOString() } };
  await tx.setting.create({ data: { key: change.key, value: change.scope } });
  return change;
}

/** Those that an API which has gone left undone. */
export async function openChanges(database: Database): Promise<readonly Change[]> {
  const rows = await database.setting.findMany({ where: { key: { startsWith: PREFIX } } });
  return rows.map(({ key, value }) => ({ key, scope: Value.Parse(Scope, value) }));
}

export const closeChange = async (database: Database, { key }: Change): Promise<void> => {
  await database.setting.deleteMany({ where: { key } });
};

const PAGE = 200;

/**
 * The processes with a clock that the change can concern, kept promises included: they are shown by the policy in force at their start.
 * A version older than all others also takes the clocks from before it.
 */
export async function* concerned(
  database: Database,
  { scope: { clock, calendar, from, open = false } }: Change,
): AsyncGenerator<{ readonly id: string; readonly ended: boolean }> {
  const isFirst =
    calendar !== undefined &&
    (await database.calendar.count({ where: { code: calendar, effectiveFrom: { lt: new Date(from) } } })) ===
      0;
  const clocks = await database.processClock.findMany({
    where: {
      ...(clock !== undefined && { name: clock }),
      ...(calendar !== undefined && { calendar }),
      ...(!isFirst && { startedAt: { gte: new Date(from) } }),
    },
    select: { processId: true },
    distinct: ['processId'],
  });
  const ids = clocks.map(({ processId }) => processId);
  for (let n = 0; n < ids.length; n += PAGE)
    yield* await database.process.findMany({
      where: { id: { in: ids.slice(n, n + PAGE) }, ...(open && { ended: false }) },
      select: { id: true, ended: true },
      orderBy: { id: 'asc' },
    });
}
