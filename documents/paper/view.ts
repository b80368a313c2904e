import type { CustomerCharges } from '../../domain/case/quote/charges';
import type { RecordedTest } from '../../domain/case/flows/repair/verification-terms';
import type { WarrantyState } from '../../domain/entitlement/terms';
import type { Bilingual, Language } from '../../domain/bilingual';

/** Which readers a paper is for: a customer never reads what a service costs the company. */
export type Audience = 'customer' | 'internal';

/** Content common to all papers about a visit; rendering looks nothing up and reads no clock. */
export interface DocumentView {
  readonly audience: Audience;
  readonly language: Language;
  readonly timeZone: string;
  readonly company: Bilingual;
  /** The outlet or centre of the engineer. */
  readonly servedBy?: Bilingual;
  readonly caseNumber: string;
  readonly number: string;
  readonly customer: {
    readonly name: string;
    readonly nameEn?: string;
    readonly contact?: string;
    readonly phone?: string;
    readonly address?: string;
  };
  readonly unit?: { readonly serial: string; readonly productCode: string; readonly name: Bilingual };
  readonly warranty: WarrantyState;
  readonly engineer?: string;
  readonly engineerEn?: string;
  readonly symptom?: string;
  /** The test that the repair passed, or the last that it did not (R17). */
  readonly verification?: RecordedTest;
  /** How many repairs before it did not pass theirs. */
  readonly failedRepairs?: number;
  /** `on-report`: on another paper, of the same service. */
  readonly charges: CustomerCharges | { readonly kind: 'on-report' };
  /** Which visit of the case it is, and how many there were: what it cost is of that one alone. */
  readonly ofVisits?: { readonly visit: number; readonly visits: number };
}
