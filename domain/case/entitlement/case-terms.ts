import type { Verdict } from '../../entitlement/terms';
import type { Agreed } from '../common/consent-terms';
import type { CaseEntitlement, Shares } from './terms';

type Override = { readonly verdict: Shares; readonly reason: string } & Agreed;

export interface EntitlementCommands {
  readonly overruleEntitlement: Override;
}

export interface EntitlementEvents {
  readonly EntitlementJudged: { readonly entitlement: Verdict };
  readonly EntitlementOverruled: Override & { readonly overruled?: Verdict };
}

export interface EntitlementState {
  /** The customer's entitlement and its source (R6). */
  readonly entitlement?: CaseEntitlement;
}
