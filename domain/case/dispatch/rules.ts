import { recordAbsence, withdrawAbsence } from './absences';
import { moveAppointment, moveRefusal, reassign } from './appointments';
import { dispatchDirectly } from './offers';
import type { RuleBook } from '../rule';
import { tripCostsRefusal, recordTripCost } from '../visit/trips';
import { offSiteRefusal } from './offer-rules';

/** Rules for the engineer and time of a visit (R4, R13). */
export const DISPATCH_RULES: RuleBook<
  'dispatch' | 'reassign' | 'moveAppointment' | 'recordTripCost' | 'recordAbsence' | 'recordAbsenceWithdrawn'
> = {
  dispatch: { at: ['classified'], unless: offSiteRefusal, events: dispatchDirectly },
  reassign: { at: ['dispatched'], events: reassign },
  recordAbsence: { by: 'system', at: 'open', whilePaused: true, events: recordAbsence },
  recordAbsenceWithdrawn: { by: 'system', at: 'open', whilePaused: true, events: withdrawAbsence },
  recordTripCost: {
    // A trip that was made has cost, whatever became of the case.
    at: ['work', 'after-service', 'cancelled'],
    whilePaused: true,
    unless: tripCostsRefusal,
    events: recordTripCost,
  },
  moveAppointment: { at: ['dispatched'], unless: moveRefusal, events: moveAppointment },
};
