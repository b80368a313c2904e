import { moveAppointment, notMovableBy, reassign } from '../appointments';
import { dispatchDirectly } from '../offers';
import { type RuleBook } from '../rule';
import { isNotOnSite } from './offers';

/** Who comes, and when (R4, R13). */
export const DISPATCH_RULES: RuleBook<'dispatch' | 'reassign' | 'moveAppointment'> = {
  dispatch: { stages: ['classified'], unless: isNotOnSite, events: dispatchDirectly },
  reassign: { stages: ['dispatched'], events: reassign },
  moveAppointment: { stages: ['dispatched'], unless: notMovableBy, events: moveAppointment },
};
