import type { StageTask } from '../common/task';
import type { RegisteredCase } from '../state';
import { isQuoteNeeded, QUOTE_CLOCK } from './quote';

/**
 * R7: once it is known what is wrong, the quote comes before the repair. The owner of the case prepares it: the engineer
 * before the unit, or the desk. An engineer who does not want to wait for the customer's decision leaves the visit unfinished.
 */
export function quoteTask(state: RegisteredCase): StageTask | undefined {
  const { quote, diagnosis, stage } = state;
  if (!isQuoteNeeded(state)) return undefined;
  const params = quote && { number: quote.number, version: quote.version, since: quote.statusSince };
  switch (quote?.status) {
    case 'offered':
      return { kind: 'obtain-quote-decision', clock: QUOTE_CLOCK, params };
    case 'disapproved':
      return { kind: 'revise-quote', clock: 'resolution', params };
    case 'refused':
    case 'lapsed':
      // On site there is nothing to be done any more; what becomes of the case is for the desk to settle.
      return {
        kind: stage === 'on-site' ? 'leave-site' : 'settle-declined-quote',
        clock: 'resolution',
        params,
      };
    case 'in-approval':
      return { kind: 'await-approval', clock: 'resolution', params };
    case 'accepted':
    case 'nothing-to-pay':
    case 'void':
    case undefined:
      return diagnosis && { kind: 'prepare-quote', clock: 'resolution' };
  }
}
