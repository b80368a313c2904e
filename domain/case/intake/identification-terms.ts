import type { ServiceLevel } from '../../identity/roles';
import type { Agreed } from '../common/consent-terms';
import type { CustomerFacts, UnitFacts } from '../facts';

/** How a sender can be reached. */
export interface LearnedContacts {
  /** E.164. */
  readonly phone?: string;
  readonly email?: string;
}

/** The sender, as identified by a clerk. */
export interface CustomerIdentification extends Agreed {
  readonly customer: CustomerFacts;
  /** Commands from before a file was taught have none, and teach nothing. */
  readonly customerKind?: 'customer' | 'dealer';
  /** False: the sender called from somebody else's telephone. */
  readonly remember?: boolean;
  readonly unit?: UnitFacts;
  readonly regionId?: string;
  readonly serviceLevel?: ServiceLevel;
}

/** As it is recorded: with what the customer's file learns by it. */
export type Identified = Omit<CustomerIdentification, 'customerKind' | 'remember'> & {
  readonly learned?: LearnedContacts;
};

/** The case's customer was a prospect that turned out to be another, or is taken for one no more. */
export interface CustomerMerging {
  readonly mergeId: string;
  readonly customer: CustomerFacts;
}
