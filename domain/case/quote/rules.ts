import {
  decideQuote,
  decisionRefusal,
  preparationRefusal,
  revisionRefusal,
  prepareQuote,
  reviseQuote,
} from './quote';
import type { QuoteCommands } from './case-terms';
import type { RuleBook } from '../rule';

/** The request is understood, and the work is not done. */
const BEFORE_REPAIR = { at: ['work'], notAt: ['repaired'] } as const;

/** The quote, from its first version to the customer's word or a case without a repair (R7). */
export const QUOTE_RULES: RuleBook<keyof QuoteCommands> = {
  prepareQuote: { ...BEFORE_REPAIR, unless: preparationRefusal, events: prepareQuote },
  reviseQuote: { ...BEFORE_REPAIR, unless: revisionRefusal, events: reviseQuote },
  decideQuote: {
    ...BEFORE_REPAIR,
    // The customer's word counts whenever it comes.
    whilePaused: true,
    unless: decisionRefusal,
    events: decideQuote,
  },
};
