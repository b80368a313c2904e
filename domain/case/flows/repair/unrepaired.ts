import { startClock, stopClocks } from '../../../clock/clocks';
import { DomainError } from '../../../errors';
import type { CaseEvent } from '../../events';
import { chargeDeclined } from '../../quote/invoices';
import { factsOf } from '../../intake/registration';
import type { RepairCommands } from './case-terms';
import type { RegisteredCase } from '../../state';
import type { Entry } from '../../rule';

/** R7: without the customer's word there is no repair; it ends so only where they have declined, or let the quote lapse. */
export const notDeclinedRefusal = ({ quote }: RegisteredCase): DomainError | undefined =>
  quote?.status === 'refused' || quote?.status === 'lapsed'
    ? undefined
    : new DomainError('QUOTE.NOT_DECLINED');

/**
 * The unit stays, or goes back, as it is. What was promised was a repair, and the customer has renounced it: the promise is dropped, not
 * kept. They are asked how satisfied they were all the same (R22).
 */
export const endUnrepaired = (
  state: RegisteredCase,
  data: RepairCommands['endUnrepaired'],
  { at }: Entry,
): readonly CaseEvent[] => [
  { type: 'CaseLeftUnrepaired', data },
  ...chargeDeclined(state),
  ...stopClocks(state.clocks, ['resolution'], at),
  { type: 'SurveyAsked', data: {} },
  startClock('survey', at, factsOf(state)),
];
