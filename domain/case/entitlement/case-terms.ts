import type { Verdict } from '../../entitlement/terms';
import type { Agreed } from '../common/consent-terms';
import type { CaseEntitlement, Shares } from './terms';

type Overrule = { readonly verdict: Shares; readonly reason: string } & Agreed;

export interface EntitlementCommands {
  readonly overruleEntitlement: Overrule;
}

export interface EntitlementEvents {
  readonly EntitlementJudged: { readonly entitlement: Verdict };
  readonly EntitlementOverruled: Overrule & { readonly overruled?: Verdict };
}

export interface EntitlementState {
  /** The customer's entitlement and its source (R6). */
  readonly entitlement?: CaseEntitlement;
}
