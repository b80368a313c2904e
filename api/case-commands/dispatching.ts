import type { CaseCommand } from '../../domain/case/commands';
import type { EngineerFacts } from '../../domain/case/facts';
import type { ClockRecord } from '../../domain/clock/clocks';
import type { Config } from '../../platform/config';
import { query } from '../../platform/database';
import type { WireCommand, WireData } from './schema';
import type { CasePlace } from '../approvals/needed';
import { readInstant } from '../http/instants';
import { serviceLevelOf } from '../requests/facts';
import { ApiError } from '../http/problems';
import { appointmentFacts } from './appointment-facts';
import { agreement, consentOf } from './consent';
import { offering, type Dispatcher } from './offer';

/** An appointment further ahead is a typing error, and would hold its promise open for ever. */
const LONGEST_NOTICE_MS = 366 * 86_400_000;

type Dispatching = Extract<
  WireCommand,
  { type: 'dispatch' | 'offer' | 'acceptOffer' | 'reassign' | 'moveAppointment' }
>;

/** Author of the command, and the case after the preceding commands. */
interface Visiting extends Dispatcher {
  readonly config: Config;
  readonly place: CasePlace;
  readonly resolution: ClockRecord | undefined;
}

/** Resolves engineer and time of a visit (R4, R13). @throws {ApiError} naming the field. */
export async function dispatching(
  dispatcher: Visiting,
  wire: Dispatching,
  path: string,
): Promise<CaseCommand> {
  switch (wire.type) {
    case 'dispatch': {
      const { engineerId, parts = [] } = wire.data;
      const engineer = await engineerFacts(dispatcher, engineerId, `${path}.engineerId`);
      const time = await timeOf(dispatcher, wire.data, { path, outletId: engineer.outletId });
      return { type: wire.type, data: { engineer, ...time, parts } };
    }
    case 'offer': {
      const { parts = [] } = wire.data;
      const ladder = await offering(dispatcher, wire.data, `${path}.outletId`);
      const time = await timeOf(dispatcher, wire.data, { path, outletId: wire.data.outletId });
      return { type: wire.type, data: { ...ladder, ...time, parts } };
    }
    case 'acceptOffer': {
      const engineer = await engineerFacts(dispatcher, wire.data.engineerId, `${path}.engineerId`);
      const time = await timeOf(dispatcher, wire.data, { path, outletId: engineer.outletId });
      return { type: wire.type, data: { engineer, ...time } };
    }
    case 'reassign': {
      const { engineerId, reason, consent } = wire.data;
      const engineer = await engineerFacts(dispatcher, engineerId, `${path}.engineerId`);
      return { type: wire.type, data: { engineer, reason, ...agreement(consent, path) } };
    }
    case 'moveAppointment': {
      const time = await timeOf(dispatcher, wire.data, { path, outletId: dispatcher.place.outletId });
      return { type: wire.type, data: { ...time, consent: consentOf(wire.data.consent, path) } };
    }
  }
}

async function timeOf(
  { database, resolution, config }: Visiting,
  { appointment: given, consent, outsideHours }: Omit<WireData<'acceptOffer'>, 'engineerId'>,
  { path, outletId }: { readonly path: string; readonly outletId: string | undefined },
) {
  const appointment = appointmentOf(given, `${path}.appointment`);
  const place = { database, resolution, timeZone: config.AFTERCARE_TIME_ZONE };
  return {
    appointment,
    ...agreement(consent, path),
    ...(outsideHours === true && { outsideHours }),
    ...(await appointmentFacts(place, outletId, appointment)),
  };
}

/** @throws {ApiError} for what is no instant, or lies too far ahead. */
function appointmentOf(appointment: { from: string; to: string }, path: string) {
  const from = readInstant(appointment.from, `${path}.from`);
  const to = readInstant(appointment.to, `${path}.to`);
  const field = `${path}.to`;
  if (Date.parse(to) > Date.now() + LONGEST_NOTICE_MS)
    throw new ApiError(
      'COMMAND.INVALID',
      { field, reason: { en: 'the time is more than a year ahead', zh: '时间距今超过一年' } },
      field,
    );
  return { from, to };
}

interface EngineerRow {
  readonly id: string;
  readonly name: string;
  readonly outletId: string;
  readonly kind: string;
  readonly parentId: string | null;
  readonly serviceLevel: string | null;
  readonly parentLevel: string | null;
}

const ENGINEER = `SELECT staff.id, staff.name_zh AS name, outlet.id AS "outletId", outlet.kind, outlet.parent_id AS "parentId",
    outlet.service_level AS "serviceLevel", parent.service_level AS "parentLevel"
  FROM staff JOIN organisation AS outlet ON outlet.id = staff.organisation_id LEFT JOIN organisation AS parent ON parent.id = outlet.parent_id
  WHERE staff.id = $1 AND staff.active AND 'repair-engineer' = ANY(staff.roles)`;

async function engineerFacts(
  { database, principal: { scope } }: Dispatcher,
  engineerId: string,
  field: string,
): Promise<EngineerFacts> {
  const {
    rows: [engineer],
  } = await query<EngineerRow>(database, ENGINEER, [engineerId]);
  const regionId = engineer?.kind === 'outlet' ? engineer.parentId : engineer?.outletId;
  const isInScope =
    scope.kind === 'all' ||
    (scope.kind === 'region' && regionId === scope.regionId) ||
    (scope.kind === 'outlet' && engineer?.outletId === scope.outletId);
  // An engineer of another region does not exist for a dispatcher of this one.
  if (!engineer || regionId === null || regionId === undefined || !isInScope)
    throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field, value: engineerId }, field);
  const { id, name, outletId } = engineer;
  const serviceLevel = serviceLevelOf(engineer.serviceLevel) ?? serviceLevelOf(engineer.parentLevel) ?? 'A';
  return { id, name, outletId, regionId, serviceLevel };
}
