import type { RuleBook } from '../rule';

/** What is done so that customers can act for themselves (R36). */
export const CUSTOMER_RULES: RuleBook<'sendLink'> = {
  // Whoever calls is sent their link. Staff never hold it themselves: whoever acts by it is the customer.
  sendLink: {
    at: 'open',
    whilePaused: true,
    events: () => [{ type: 'LinkSent', data: {} }],
  },
};
