import { changeFacts, startClock } from '../../clock/clocks';
import { DomainError } from '../../errors';
import { checkAppointment, moveAppointment, notMovableBy, reassign } from '../appointments';
import { factsOf } from '../promises';
import { type RuleBook } from '../rule';
import { isOnSite } from '../terms';

/** Who comes, and when (R4, R13). */
export const DISPATCH_RULES: RuleBook<'dispatch' | 'reassign' | 'moveAppointment'> = {
  dispatch: {
    stages: ['classified'],
    unless: (state) =>
      isOnSite(state.requestType)
        ? undefined
        : new DomainError('CASE.NOT_ON_SITE_TYPE', { requestType: state.requestType }),
    events: (state, data, at) => {
      checkAppointment(data.appointment, at);
      const { serviceLevel } = data.engineer;
      return [
        { type: 'EngineerDispatched', data },
        // R4: the engineer arrives within the time that the customer set.
        startClock('arrival', at, factsOf(state, { serviceLevel }), data.appointment.to),
        ...changeFacts(state.clocks, { serviceLevel }),
      ];
    },
  },
  reassign: { stages: ['dispatched'], events: reassign },
  moveAppointment: { stages: ['dispatched'], unless: notMovableBy, events: moveAppointment },
};
