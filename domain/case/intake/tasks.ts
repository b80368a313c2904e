import { deskOf } from '../common/owner';
import { toTask, type SideTasks } from '../common/task';
import type { RegisteredCase } from '../state';
import { phaseOf } from '../terms';

/** The sender is identified, and their open cases compared, until the request is classified (R2). */
export const senderTasks: SideTasks = (state) => {
  if (phaseOf(state.stage) !== 'intake') return [];
  const { customer, joining, registration } = state;
  const desk = deskOf(state);
  const clock = clockOf(state);
  return [
    ...(customer?.status === 'active' ? [] : [toTask(state, desk, { kind: 'identify-customer', clock })]),
    ...(!joining && registration.openCases.length > 0
      ? [
          toTask(state, desk, {
            kind: 'decide-joining',
            clock,
            params: { openCases: registration.openCases },
          }),
        ]
      : []),
  ];
};

/** A serial number that says nothing of the sender's own units: whose the unit is, or how the number reads, is asked (R2). */
export const serialTasks: SideTasks = (state) => {
  const { registration, unit, stage } = state;
  const { serial, unitOffer } = registration;
  if (phaseOf(stage) !== 'intake' || unit || !serial || serial.match === 'own') return [];
  const params = {
    serial: serial.given,
    ...(unitOffer && {
      unitId: unitOffer.unitId,
      customerId: unitOffer.owner.id,
      customer: unitOffer.owner.name,
    }),
  };
  const kind = serial.match === 'offered' ? 'confirm-unit' : 'check-serial';
  return [toTask(state, deskOf(state), { kind, params, clock: clockOf(state) })];
};

const clockOf = ({ paused, stage }: RegisteredCase) =>
  paused ? 'pause' : stage === 'registered' ? 'answer' : 'classification';
