import type { JsonValue } from '../../json';
import type { CallOutcome } from '../../process/decider';
import type { CaseEffect } from '../common/call-terms';
import type { CaseEvent } from '../events';
import type { CaseState, RegisteredCase } from '../state';
import type { RequestType } from '../terms';
import { type AcceptedInstallation } from './terms';

/** True of a request whose result the customer accepts on a day of its own (R8). */
export const isAccepted = (type: RequestType | undefined): boolean => type === 'installation';

/** When an engineer first arrived for the case; where no arrival is on record, when the request came. */
export function cameAt({ registration, visit, visits = [], handedOverTrips = [] }: CaseState): string {
  const arrivals = [...visits, ...handedOverTrips, ...(visit ? [visit] : [])].flatMap(
    ({ arrivedAt }) => arrivedAt ?? [],
  );
  return arrivals.toSorted()[0] ?? registration?.receivedAt ?? '1970-01-01T00:00:00.000Z';
}

/**
 * R6, R8: the accepted installation is the day that the unit's warranty runs from. Where the case names no unit of the register,
 * somebody has to enter it, with that day.
 */
export function acceptInstallation(
  { requestType, unit }: RegisteredCase,
  { acceptedOn, signedBy }: { readonly acceptedOn: string; readonly signedBy: string },
): readonly CaseEvent[] {
  if (!isAccepted(requestType)) return [];
  if (unit)
    return [
      {
        type: 'InstallationAccepted',
        data: { unitId: unit.id, serial: unit.serial, on: acceptedOn, signedBy },
      },
    ];
  return [
    {
      type: 'FollowUpOpened',
      data: {
        key: 'unit-unregistered',
        kind: 'unit-unregistered',
        reason: `Installed on ${acceptedOn}`,
        reasonNames: {
          en: `A unit was installed on ${acceptedOn}, but the case does not name it. Enter the unit and its installation date in the register, so that its warranty begins.`,
          zh: `${acceptedOn} 安装的设备未在服务单中指明：请在设备登记册中登记该设备及安装日期，以便保修起算。`,
        },
      },
    },
  ];
}

/** The day was another one: the register follows, unless somebody has put it right meanwhile. */
export function correctInstallation(
  state: RegisteredCase,
  { acceptedOn, reason }: { readonly acceptedOn: string; readonly reason: string },
): readonly CaseEvent[] {
  const signedBy = state.report?.signedBy ?? '';
  return acceptInstallation(state, { acceptedOn, signedBy }).map((event) =>
    event.type === 'InstallationAccepted' ? { ...event, data: { ...event.data, reason } } : event,
  );
}

/** Somebody decides which of two days counts: no second installation renews a warranty by itself, and none is passed over. */
export function dayKept(state: CaseState, { call, key, outcome }: CallOutcome): readonly CaseEvent[] {
  if (call !== 'recordInstallation' || !outcome.ok || !isKept(outcome.result)) return [];
  const { installedOn, told: recordedOn } = outcome.result;
  const serial = state.unit?.serial ?? '';
  return [
    {
      type: 'FollowUpOpened',
      data: {
        key,
        kind: 'installed-before',
        reason: `Installed on ${installedOn} and on ${recordedOn}`,
        reasonNames: {
          en: `The register has ${installedOn} as the installation date of unit ${serial}; this case has ${recordedOn}. The register keeps ${installedOn}. Correct it there if the other date is right.`,
          zh: `设备 ${serial} 登记的安装日期为 ${installedOn}，本服务单为 ${recordedOn}。登记册保留 ${installedOn}；如另一日期正确，请在设备登记册中更正。`,
        },
      },
    },
  ];
}

/** As the register of units answers where it has kept another day. */
const isKept = (result: JsonValue): result is { readonly installedOn: string; readonly told: string } =>
  typeof result === 'object' &&
  result !== null &&
  'told' in result &&
  'installedOn' in result &&
  typeof result.told === 'string' &&
  typeof result.installedOn === 'string';

/** Enters the day in the register of units; one that has a day from elsewhere keeps it, since a second installation does not renew the warranty. */
export const recordInstallation = (
  { registration }: RegisteredCase,
  { unitId, on, reason }: AcceptedInstallation,
  by: { readonly id: string },
): CaseEffect => ({
  kind: 'call',
  call: 'recordInstallation',
  input: {
    unitId,
    on,
    caseNumber: registration.caseNumber,
    by: by.id,
    ...(reason !== undefined && { reason }),
  },
});
