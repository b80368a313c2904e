import type { CoverageItem, Verdict } from '../../entitlement/terms';

/** The percent that is covered of each. */
export type Shares = Readonly<Record<CoverageItem, number>>;

/** A supervisor's decision against the rules, with the rules' own verdict (R6). */
export interface Override extends Shares {
  readonly reason: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
  readonly overruled?: Verdict;
}

export interface CaseEntitlement {
  /** By the rules; absent where the case has no unit that the registers know. */
  readonly judged?: Verdict;
  /** Holds, whatever the rules say later, until it is overruled itself or the case turns out to be about another unit. */
  readonly overruling?: Override;
}

/** The part of a case that says what is covered. */
export interface CoveredCase {
  readonly entitlement?: CaseEntitlement;
}
