import { recordAbsence, withdrawAbsence } from './absences';
import { moveAppointment, notMovableBy, reassign } from './appointments';
import { dispatchDirectly } from './offers';
import type { RuleBook } from '../rule';
import { noTripWithoutCost, recordTripCost } from '../visit/trips';
import { isNotOnSite } from './offer-rules';

/** Rules for the engineer and time of a visit (R4, R13). */
export const DISPATCH_RULES: RuleBook<
  'dispatch' | 'reassign' | 'moveAppointment' | 'recordTripCost' | 'recordAbsence' | 'recordAbsenceWithdrawn'
> = {
  dispatch: { at: ['classified'], unless: isNotOnSite, events: dispatchDirectly },
  reassign: { at: ['dispatched'], events: reassign },
  recordAbsence: { by: 'system', at: 'open', whilePaused: true, events: recordAbsence },
  recordAbsenceWithdrawn: { by: 'system', at: 'open', whilePaused: true, events: withdrawAbsence },
  recordTripCost: {
    // A trip that was made has cost, whatever became of the case.
    at: ['work', 'after-service', 'cancelled'],
    whilePaused: true,
    unless: noTripWithoutCost,
    events: recordTripCost,
  },
  moveAppointment: { at: ['dispatched'], unless: notMovableBy, events: moveAppointment },
};
