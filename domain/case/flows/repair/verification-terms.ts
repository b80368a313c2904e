import type { Diagnosis, Repair } from './facts';

export const VERIFICATION_OUTCOMES = ['passed', 'failed'] as const;
export type VerificationOutcome = (typeof VERIFICATION_OUTCOMES)[number];

/** A measured quantity and its reading: `discharge pressure`, `7.2 bar`. */
export interface Reading {
  readonly what: string;
  readonly value: string;
}

/** How a repair was tested (R17). */
export interface TestOfRepair {
  readonly method: string;
  readonly readings?: readonly Reading[];
  readonly note?: string;
  /** The customer's witness, if there was one. */
  readonly witnessedBy?: string;
}

export type Verify = TestOfRepair & { readonly outcome: VerificationOutcome };

/** A test on record. `at` is ISO-8601. */
export interface RecordedTest extends TestOfRepair {
  readonly at: string;
  readonly by: string;
}

/** A repair that did not do: what was done, on which visit, and what the test showed. */
export interface FailedRepair {
  /** Counted over the whole case, from 1. */
  readonly attempt: number;
  readonly visit: number;
  readonly repair: Repair;
  readonly diagnosis?: Diagnosis;
  readonly test: RecordedTest;
  /** Its texts stand in its events alone (ADR 37). */
  readonly isCut?: true;
}
