import type { Task } from '../../process/task';
import type { CaseCommandData } from '../commands';
import type { CaseEvent } from '../events';
import { deskOf } from '../common/owner';
import type { RegisteredCase } from '../state';

/** Recorded once; the current engineer and time decide whether it affects the visit (R12). */
export const recordAbsence = (
  { absences = [] }: RegisteredCase,
  absence: CaseCommandData['recordAbsence'],
): CaseEvent[] =>
  absences.some(({ id }) => id === absence.id) ? [] : [{ type: 'EngineerAbsent', data: absence }];

export const withdrawAbsence = (
  { absences = [] }: RegisteredCase,
  data: CaseCommandData['recordAbsenceWithdrawn'],
): CaseEvent[] =>
  absences.some(({ id }) => id === data.absenceId) ? [{ type: 'AbsenceWithdrawn', data }] : [];

/**
 * Another engineer has to be sent, or another time agreed: until that is done, the absence is withdrawn, or the engineer is there after
 * all.
 */
export function reassignTasks(state: RegisteredCase): Task[] {
  const { stage, dispatch, absences = [], clocks } = state;
  if (stage !== 'dispatched' || !dispatch) return [];
  const { engineer, appointment } = dispatch;
  const { role, organisationId, staffId } = deskOf(state);
  return absences
    .filter(
      ({ engineerId, from, to }) =>
        engineerId === engineer.id && from < appointment.to && to > appointment.from,
    )
    .map(({ id, from, to, toldAt }) => ({
      key: `reassign:${id}`,
      kind: 'reassign',
      role,
      organisationId,
      ...(staffId !== undefined && { staffId }),
      ...(clocks.arrival && { clock: 'arrival' }),
      openedAt: toldAt,
      params: { absenceId: id, engineer: engineer.name, from, to },
    }));
}
