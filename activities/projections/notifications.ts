import { nextWorkingInstant } from '../../domain/clock/working-time';
import { HQ } from '../../domain/identity/scope';
import type { Effect, Recipient } from '../../domain/process/decider';
import { query, type Prisma, type Database } from '../../platform/database';
import type { Fold } from '../process-kind';
import { loadCalendars } from './calendars';

type Notify = Extract<Effect, { kind: 'notify' }>;
interface Addressee {
  readonly key: string;
  readonly staffId?: string;
  readonly customerId?: string;
  readonly address?: string;
  readonly language: string;
  readonly calendar?: string;
}

/** The messages of new events for the outbox; the id of each names event and recipient. */
export async function notificationRows(
  database: Database,
  processId: string,
  fold: Fold,
): Promise<readonly Prisma.NotificationCreateManyInput[]> {
  const data: Prisma.NotificationCreateManyInput[] = [];
  for (const { event, effects } of fold.effects) {
    for (const [n, effect] of effects.entries()) {
      if (effect.kind !== 'notify') continue;
      for (const addressee of await resolve(database, effect.to)) {
        data.push({
          id: `${processId}:${event.seq}:${n}:${addressee.key}`,
          processId,
          template: effect.template,
          language: addressee.language,
          staffId: addressee.staffId ?? null,
          customerId: addressee.customerId ?? null,
          address: addressee.address ?? null,
          params: { ...effect.params },
          createdAt: new Date(event.at),
          notBefore: await releaseInstant(database, effect, addressee, event.at),
        });
      }
    }
  }
  return data;
}

/** Warnings wait for the recipient's working hours (design decision 5). */
async function releaseInstant(
  database: Database,
  effect: Notify,
  { calendar: code }: Addressee,
  at: string,
): Promise<Date> {
  if (effect.urgency === 'now' || code === undefined) return new Date(at);
  const calendars = await loadCalendars(database, [{ code, at }]);
  return new Date(nextWorkingInstant(calendars(code, at), Date.parse(at)) ?? Date.parse(at));
}

async function resolve(database: Database, to: Recipient): Promise<readonly Addressee[]> {
  if ('address' in to) return [{ key: 'address', address: to.address, language: 'zh' }];
  if ('customerId' in to) {
    const { rows } = await query<{ readonly language: string }>(
      database,
      'SELECT language FROM customer WHERE id = $1',
      [to.customerId],
    );
    return [{ key: to.customerId, customerId: to.customerId, language: rows[0]?.language ?? 'zh' }];
  }
  if ('staffId' in to) return staff(database, { id: to.staffId });
  // Somebody hears of it, whatever posts are vacant: the role's holders (an outlet's store is its engineers'), else the centre's
  // director, else HQ.
  for (const where of [
    { organisationId: to.organisationId, roles: { has: to.role } },
    ...(to.role === 'warehouse-keeper'
      ? [
          {
            organisationId: to.organisationId,
            organisation: { kind: 'outlet' },
            roles: { has: 'repair-engineer' },
          },
        ]
      : []),
    { organisationId: to.organisationId, roles: { has: 'centre-director' } },
    { organisationId: HQ, roles: { has: 'hq-service-manager' } },
  ]) {
    const found = await staff(database, { ...where, active: true });
    if (found.length > 0) return found;
  }
  return [];
}

async function staff(database: Database, where: Prisma.StaffWhereInput): Promise<readonly Addressee[]> {
  const found = await database.staff.findMany({
    where,
    select: { id: true, language: true, organisation: { select: { calendar: true } } },
  });
  return found.map(({ id, language, organisation }) => ({
    key: id,
    staffId: id,
    language,
    calendar: organisation.calendar,
  }));
}
