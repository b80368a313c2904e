import {
  decideQuote,
  notToBeDecided,
  notToBePrepared,
  notToBeRevised,
  prepareQuote,
  reviseQuote,
} from './quote';
import type { QuoteCommands } from './case-terms';
import type { RuleBook } from '../rule';
import { endUnrepaired, notDeclined } from './unrepaired';

/** Where there is something to quote: the request is understood, and the work not done. */
const BEFORE_REPAIR = ['classified', 'dispatched', 'on-site', 'awaiting-parts'] as const;

/** The quote, from its first version to the customer's word or a case without a repair (R7). */
export const QUOTE_RULES: RuleBook<keyof QuoteCommands> = {
  prepareQuote: { stages: BEFORE_REPAIR, unless: notToBePrepared, events: prepareQuote },
  reviseQuote: { stages: BEFORE_REPAIR, unless: notToBeRevised, events: reviseQuote },
  decideQuote: {
    stages: BEFORE_REPAIR,
    // The customer's word counts whenever it comes.
    whilePaused: true,
    unless: notToBeDecided,
    events: decideQuote,
  },
  endUnrepaired: { stages: ['classified'], unless: notDeclined, events: endUnrepaired },
};
