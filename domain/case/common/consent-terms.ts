import { type Consent } from '../facts';

/**
 * Part of a command that changes the selection of promise policies: with the customer's consent it may
 * postpone their promises (R4).
 */
export interface Agreed {
  readonly consent?: Consent;
}

/** A raised priority puts nothing off, whatever was agreed to (R4). Commands of before that was so do not say so, and did with consent. */
export interface Raising extends Agreed {
  readonly raiseKeeps?: true;
}
