import { compareRow } from '../activities/projections/compare';
import { HQ } from '../domain/identity/scope';
import { isJsonObject, type JsonObject } from '../domain/json';
import { optionalOf } from '../domain/notices/render';
import type { Effect, Recipient, Recorded } from '../domain/process/decider';
import { type Prisma, type Transaction } from '../platform/database';
import type { SeqDifference } from './difference';
import { PAGE_ROWS, pages } from './pages';

type NotificationRow = Prisma.NotificationGetPayload<object>;
type Notify = Extract<Effect, { kind: 'notify' }>;

export interface EventEffects {
  readonly event: Recorded;
  readonly effects: readonly Effect[];
}

/**
 * Role holders change over time: for a role, verification can only check that someone received the message.
 */
const keyOf = (to: Recipient): string | undefined => {
  if ('address' in to) return 'address';
  if ('customerId' in to) return to.customerId;
  if ('staffId' in to) return to.staffId;
  return undefined;
};

/** The outbox rows of some events against the messages that follow from them, both ways. */
export async function notificationDifferences(
  tx: Transaction,
  processId: string,
  caused: readonly EventEffects[],
): Promise<readonly SeqDifference[]> {
  const rows = await rowsOf(
    tx,
    processId,
    caused.map(({ event }) => event.seq),
  );
  const differences: SeqDifference[] = [];
  for (const { event, effects } of caused) {
    for (const [n, effect] of effects.entries()) {
      if (effect.kind !== 'notify') continue;
      const prefix = `${processId}:${event.seq}:${n}:`;
      const key = keyOf(effect.to);
      const sent = rows.filter(({ id }) =>
        key === undefined ? id.startsWith(prefix) : id === `${prefix}${key}`,
      );
      for (const row of sent) rows.splice(rows.indexOf(row), 1);
      const found = sent.flatMap((row) =>
        contentDifferences(effect, event, row, row.id.slice(prefix.length)),
      );
      if (sent.length === 0 && (await exists(tx, effect.to)))
        found.push({ field: `notification[${prefix}${key ?? '*'}]`, expected: 'a row', actual: 'none' });
      differences.push(...found.map((difference) => ({ seq: event.seq, ...difference })));
    }
  }
  return [...differences, ...rows.map((row) => surplus(processId, row))];
}

/** Rows whose id does not name an event of the process. */
export async function orphanNotifications(
  tx: Transaction,
  processId: string,
): Promise<readonly SeqDifference[]> {
  const differences: SeqDifference[] = [];
  const read = (after: string | undefined) => tx.$queryRaw<{ id: string }[]>`
    SELECT n.id FROM notification n
    WHERE n.process_id = ${processId} AND n.id > ${after ?? ''}
      AND NOT EXISTS (
        SELECT 1 FROM process_event e
        WHERE e.process_id = ${processId} AND starts_with(n.id, ${`${processId}:`})
          AND split_part(substr(n.id, ${processId.length + 2}::int), ':', 1) = e.seq::text)
    ORDER BY n.id LIMIT ${PAGE_ROWS}`;
  for await (const page of pages(read, ({ id }) => id))
    differences.push(...page.map((row) => surplus(processId, row)));
  return differences;
}

async function rowsOf(
  tx: Transaction,
  processId: string,
  seqs: readonly number[],
): Promise<NotificationRow[]> {
  const ids = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM notification
    WHERE process_id = ${processId} AND starts_with(id, ${`${processId}:`})
      AND split_part(substr(id, ${processId.length + 2}::int), ':', 1) = ANY(${seqs.map(String)}::text[])`;
  if (ids.length === 0) return [];
  return tx.notification.findMany({ where: { id: { in: ids.map(({ id }) => id) } }, orderBy: { id: 'asc' } });
}

function contentDifferences(effect: Notify, event: Recorded, row: NotificationRow, key: string) {
  const at = new Date(event.at);
  const { to } = effect;
  return [
    ...compareRow(
      `notification[${row.id}]`,
      {
        template: effect.template,
        params: comparable(effect.template, effect.params, row.params),
        createdAt: at,
        address: 'address' in to ? to.address : null,
        customerId: 'customerId' in to ? key : null,
        staffId: 'address' in to || 'customerId' in to ? null : key,
        // Working hours may have changed since; only times that do not depend on them can be recomputed.
        ...(effect.urgency === 'now' && { notBefore: at }),
      },
      row,
    ),
  ];
}

/**
 * Copies optional parameters from the message: events do not hold the due time of an answer, and earlier
 * messages lack some parameters.
 */
function comparable(template: string, expected: JsonObject, stored: unknown): JsonObject {
  const held = isJsonObject(stored) ? stored : {};
  const params = Object.entries(expected).filter(
    ([name]) => Object.hasOwn(held, name) || !optionalOf(template).some(([optional]) => optional === name),
  );
  const promised = optionalOf(template).filter(
    ([name, kind]) => kind === 'answerDue' && Object.hasOwn(held, name),
  );
  return Object.fromEntries([...params, ...promised.map(([name]) => [name, held[name]] as const)]);
}

function surplus(processId: string, { id }: { readonly id: string }): SeqDifference {
  const seq = /^\d{1,9}(?=:)/.exec(id.slice(processId.length + 1))?.[0];
  return { seq: Number(seq ?? 0), field: `notification[${id}]`, expected: 'none', actual: 'a row' };
}

/**
 * Whether the message has any recipient, by the rule of the outbox: the role's holders, else the director,
 * else HQ.
 */
async function exists(tx: Transaction, to: Recipient): Promise<boolean> {
  if ('address' in to || 'customerId' in to) return true;
  const where: Prisma.StaffWhereInput =
    'staffId' in to
      ? { id: to.staffId }
      : {
          active: true,
          OR: [
            { organisationId: to.organisationId, roles: { hasSome: [to.role, 'centre-director'] } },
            { organisationId: HQ, roles: { has: 'hq-service-manager' } },
          ],
        };
  return (await tx.staff.findFirst({ where, select: { id: true } })) !== null;
}
