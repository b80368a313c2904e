import { type Consent } from '../facts';

/** Of a command that changes what selects the policies of promises: with the customer's consent it may put off what they were told (R4). */
export interface Agreed {
  readonly consent?: Consent;
}

/** A raised priority puts nothing off, whatever was agreed to (R4). Commands of before that was so do not say so, and did with consent. */
export interface Raising extends Agreed {
  readonly raiseKeeps?: true;
}
