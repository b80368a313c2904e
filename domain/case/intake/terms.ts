import type { Channel, Priority, RequestType } from '../terms';
import type { Language } from '../../bilingual';
import { type CustomerFacts, type Sender, type UnitFacts } from '../facts';
import type { ServiceLevel } from '../../identity/roles';
import type { Raising } from '../common/consent-terms';

/** `own`: of the sender's. `offered`: of another customer. `shared`: two units have it. `unknown`: none has. */
export const SERIAL_MATCHES = ['own', 'offered', 'shared', 'unknown'] as const;
export type SerialMatch = (typeof SERIAL_MATCHES)[number];

export interface GivenSerial {
  readonly given: string;
  readonly match: SerialMatch;
}

export interface UnitOffer {
  readonly unitId: string;
  readonly serial: string;
  readonly productCode: string;
  readonly owner: { readonly id: string; readonly name: string };
  /** Open cases of its owner, where they are looked after by the same region. */
  readonly openCases: readonly string[];
}

/** Facts of a request at its registration; the first command and the first event of a case. */
export interface Registration {
  readonly caseNumber: string;
  readonly requestNumber: string;
  readonly receivedAt: string;
  /** When it was entered, where that was later than a call takes: a letter, a call taken down on paper. */
  readonly registeredAt?: string;
  /** The company's own day of the receipt: what the customer is entitled to is judged by it (R6). */
  readonly receivedOn?: string;
  readonly channel: Channel;
  readonly sender: Sender;
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  readonly customer?: CustomerFacts;
  readonly unit?: UnitFacts;
  /** The serial number that the sender gave, and what it says of the unit. */
  readonly serial?: GivenSerial;
  /** The unit with that number, of another customer than the sender: whose it is, a person confirms. */
  readonly unitOffer?: UnitOffer;
  /** Numbers of the cases that were open for this sender. */
  readonly openCases: readonly string[];
  /** Where the request was taken in: who answers it while the customer's region is unknown. */
  readonly intakeOrganisationId: string;
  readonly regionId?: string;
  readonly serviceLevel?: ServiceLevel;
  /** The case after whose service the problem was found (R24). */
  readonly origin?: { readonly caseNumber: string; readonly requestNumber: string };
}

export interface Classification extends Raising {
  readonly requestType: RequestType;
  readonly priority: Priority;
  readonly symptom: string;
  readonly unit?: UnitFacts;
}
