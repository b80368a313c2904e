import { createHash, randomUUID } from 'node:crypto';
import { lockEngineers } from '../../activities/projections/slots';
import { mayShowAbsence, type Engineer } from '../../domain/dispatch/absence';
import { DomainError } from '../../domain/errors';
import type { Principal } from '../../domain/identity/principal';
import { sees } from '../../domain/identity/scope';
import { absenceIdOf } from '../../domain/process/command-ids';
import type { Database, Prisma, Transaction } from '../../platform/database';
import type { AbsenceView } from './absence-schema';
import { ApiError } from '../http/problems';

type SlotRow = Prisma.EngineerSlotGetPayload<object>;
interface Period {
  readonly from: Date;
  readonly to: Date;
}
interface NamedEngineer extends Engineer {
  readonly name: string;
}

/** @throws {ApiError} 404 for who is no engineer, or not one of this caller's part of the organisation. */
export async function visibleEngineer(
  database: Database,
  id: string,
  { scope }: Principal,
): Promise<NamedEngineer> {
  const staff = await database.staff.findFirst({
    where: { id, roles: { has: 'repair-engineer' } },
    include: { organisation: true },
  });
  const place = staff?.organisation;
  const regionId = place?.kind === 'outlet' ? place.parentId : place?.id;
  if (!staff || !place || !regionId || !sees(scope, { regionId, outletId: place.id }))
    throw new ApiError('RESOURCE.NOT_FOUND', { what: id });
  return { id, name: staff.nameZh, outletId: place.id, regionId };
}

/**
 * Registers an absence though visits are booked in it: who falls ill does not ask first. No visit is booked into it from now on.
 * The same key gives the same absence back.
 * @throws {DomainError} ABSENCE.NOT_PERMITTED, ABSENCE.OVERLAPS. @throws {ApiError} IDEMPOTENCY.KEY_REUSED.
 */
export async function registerAbsence(
  database: Database,
  engineer: NamedEngineer,
  { from, to, reason, key }: Period & { readonly reason: string; readonly key: string | undefined },
  { actor }: Principal,
): Promise<SlotRow> {
  if (!mayShowAbsence(actor, engineer)) throw new DomainError('ABSENCE.NOT_PERMITTED');
  const engineerId = engineer.id;
  return database.$transaction(async (tx) => {
    await lockEngineers(tx, [{ engineerId }]);
    const id = absenceId(key, actor.id);
    const earlier = await tx.engineerSlot.findUnique({ where: { id } });
    if (earlier) {
      const isSame =
        earlier.engineerId === engineerId &&
        earlier.reason === reason &&
        earlier.from.getTime() === from.getTime() &&
        earlier.to.getTime() === to.getTime();
      if (!isSame) throw new ApiError('IDEMPOTENCY.KEY_REUSED', {}, 'Idempotency-Key');
      return earlier;
    }
    const before = await tx.engineerSlot.findFirst({
      where: { engineerId, kind: 'absence', from: { lt: to }, to: { gt: from } },
    });
    if (before)
      throw new DomainError(
        'ABSENCE.OVERLAPS',
        { engineer: engineer.name, from: before.from.toISOString(), to: before.to.toISOString() },
        'from',
      );
    const who = { registeredBy: actor.id, registeredAt: new Date() };
    return tx.engineerSlot.create({ data: { id, kind: 'absence', engineerId, from, to, reason, ...who } });
  });
}

/** Derived from the idempotency key if present: a repeated request gets the same absence. */
const absenceId = (key: string | undefined, by: string): string =>
  key === undefined
    ? absenceIdOf(randomUUID())
    : absenceIdOf(
        createHash('sha256')
          .update(JSON.stringify([by, key]))
          .digest('hex')
          .slice(0, 32),
      );

/** Withdrawn again, it stays withdrawn. @throws {DomainError} ABSENCE.NOT_PERMITTED. */
export async function withdrawAbsence(
  database: Database,
  engineer: Engineer,
  absenceId: string,
  { actor }: Principal,
): Promise<void> {
  if (!mayShowAbsence(actor, engineer)) throw new DomainError('ABSENCE.NOT_PERMITTED');
  await database.engineerSlot.deleteMany({
    where: { id: absenceId, engineerId: engineer.id, kind: 'absence' },
  });
}

export const absencesOf = (database: Database, { id }: Engineer, now: Date): Promise<SlotRow[]> =>
  database.engineerSlot.findMany({
    where: { engineerId: id, kind: 'absence', to: { gt: now } },
    orderBy: { from: 'asc' },
  });

/** With the visits that are booked in it still: each until it has been given to another, or moved. */
export async function absenceView(
  database: Database | Transaction,
  { id, engineerId, from, to, reason }: SlotRow,
  showsReason: boolean,
): Promise<AbsenceView> {
  const visits = await database.engineerSlot.findMany({
    where: { engineerId, kind: 'visit', from: { lt: to }, to: { gt: from } },
    orderBy: { from: 'asc' },
  });
  return {
    id,
    from: from.toISOString(),
    to: to.toISOString(),
    reason: showsReason ? reason : null,
    visits: visits.flatMap((visit) =>
      visit.processId === null
        ? []
        : [{ caseNumber: visit.processId, from: visit.from.toISOString(), to: visit.to.toISOString() }],
    ),
  };
}
