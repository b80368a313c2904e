import type { RuleBook } from '../rule';

/** Commands that let customers act for themselves (R36). */
export const CUSTOMER_RULES: RuleBook<'sendLink'> = {
  // The caller gets their link. Staff never hold it themselves: its bearer counts as the customer.
  sendLink: {
    at: 'open',
    whilePaused: true,
    events: () => [{ type: 'LinkSent', data: {} }],
  },
};
