import { recordAbsence, withdrawAbsence } from './absences';
import { moveAppointment, notMovableBy, reassign } from './appointments';
import { dispatchDirectly } from './offers';
import { AFTER_REPORT, BEFORE_REPAIR, OPEN, type RuleBook } from '../rule';
import { noTripWithoutCost, recordTripCost } from '../visit/trips';
import { isNotOnSite } from './offer-rules';

/** Who comes, and when (R4, R13). */
export const DISPATCH_RULES: RuleBook<
  'dispatch' | 'reassign' | 'moveAppointment' | 'recordTripCost' | 'recordAbsence' | 'recordAbsenceWithdrawn'
> = {
  dispatch: { stages: ['classified'], unless: isNotOnSite, events: dispatchDirectly },
  reassign: { stages: ['dispatched'], events: reassign },
  recordAbsence: { stages: OPEN, whilePaused: true, events: recordAbsence },
  recordAbsenceWithdrawn: { stages: OPEN, whilePaused: true, events: withdrawAbsence },
  recordTripCost: {
    // A trip that was made has cost, whatever became of the case.
    stages: [...BEFORE_REPAIR, 'repaired', ...AFTER_REPORT, 'cancelled'],
    whilePaused: true,
    unless: noTripWithoutCost,
    events: recordTripCost,
  },
  moveAppointment: { stages: ['dispatched'], unless: notMovableBy, events: moveAppointment },
};
