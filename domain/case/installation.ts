import type { CaseEffect } from './call-terms';
import type { CaseEvent } from './events';
import type { RegisteredCase } from './state';

/** An installation that the customer has accepted by signing its report (R8). Days are those of the place where the unit stands. */
export interface AcceptedInstallation {
  readonly unitId: string;
  readonly serial: string;
  readonly on: string;
  readonly signedBy: string;
}

/**
 * R6, R8: the accepted installation is the day that the unit's warranty runs from. Where the case names no unit of the register,
 * somebody has to enter it, with that day.
 */
export function acceptInstallation(
  { requestType, unit }: RegisteredCase,
  { acceptedOn, signedBy }: { readonly acceptedOn: string; readonly signedBy: string },
): readonly CaseEvent[] {
  if (requestType !== 'installation') return [];
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
          en: `A unit was installed on ${acceptedOn} that the case does not name: enter it in the register with that day, so that its warranty begins.`,
          zh: `${acceptedOn} 安装的设备未在服务单中指明：请在设备登记册中登记该设备及安装日期，以便保修起算。`,
        },
      },
    },
  ];
}

/** Enters the day in the register of units; one that has a day keeps it, since a second installation does not renew the warranty. */
export const recordInstallation = (
  { registration }: RegisteredCase,
  { unitId, on }: AcceptedInstallation,
  by: { readonly id: string },
): CaseEffect => ({
  kind: 'call',
  call: 'recordInstallation',
  input: { unitId, on, caseNumber: registration.caseNumber, by: by.id },
});
