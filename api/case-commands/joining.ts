import { readClockRegisters } from '../../activities/clock-registers';
import { computeClocks } from '../../activities/projections/clocks';
import type { JoinOrder } from '../../domain/case/intake/joining-terms';
import { ENDED_STAGES } from '../../domain/case/terms';
import type { ClockRecord } from '../../domain/clock/clocks';
import type { Principal } from '../../domain/identity/principal';
import type { Database } from '../../platform/database';
import type { WireData } from './schema';
import { ApiError } from '../http/problems';
import { caseWhere } from '../access/scope';

interface Joining {
  readonly database: Database;
  readonly principal: Principal;
  /** The promise of the resolution, as the commands before leave it. */
  readonly resolution: ClockRecord | undefined;
}

/**
 * The other case from the registers, with the due time its customer knows. @throws {ApiError} for one that is
 * not open, or not visible.
 */
export async function joinOrder(
  { database, principal, resolution }: Joining,
  data: WireData<'join'>,
  path: string,
): Promise<JoinOrder> {
  const { into } = data;
  const target = await database.serviceCase.findFirst({
    where: { AND: [{ number: into }, caseWhere(principal.scope)] },
  });
  if (!target || ENDED_STAGES.some((stage) => stage === target.stage))
    throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field: `${path}.into`, value: into }, `${path}.into`);
  const { customerId } = target;
  return {
    ...data,
    target: { ...(customerId !== null && { customerId }) },
    tellsSender: true,
    ...(await promisedResolution(database, resolution)),
  };
}

/**
 * Future resolution time that the customer was given: the case that takes over the request must keep it. A
 * pause postpones it up to now.
 */
async function promisedResolution(
  database: Database,
  record: ClockRecord | undefined,
): Promise<Pick<JoinOrder, 'resolutionBy'>> {
  if (!record) return {};
  const now = new Date().toISOString();
  const pauses = record.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: now } : pause));
  const { rows } = computeClocks(
    await readClockRegisters(database),
    { resolution: { ...record, pauses } },
    now,
  );
  const dueAt = rows.find(({ isActive }) => isActive)?.dueAt ?? null;
  return dueAt !== null && dueAt > now ? { resolutionBy: dueAt } : {};
}
