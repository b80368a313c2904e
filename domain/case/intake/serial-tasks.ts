import type { Task } from '../../process/task';
import type { RegisteredCase } from '../state';

/** A serial number that says nothing of the sender's own units: whose the unit is, or how the number reads, is asked (R2). */
export function serialTasks({
  registration,
  unit,
}: RegisteredCase): readonly Pick<Task, 'kind' | 'params'>[] {
  const { serial, unitOffer } = registration;
  if (unit || !serial || serial.match === 'own') return [];
  const params = {
    serial: serial.given,
    ...(unitOffer && {
      unitId: unitOffer.unitId,
      customerId: unitOffer.owner.id,
      customer: unitOffer.owner.name,
    }),
  };
  return [{ kind: serial.match === 'offered' ? 'confirm-unit' : 'check-serial', params }];
}
