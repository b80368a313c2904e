import { leavesOpen } from '../../entitlement/judge';
import { COVERAGE_ITEMS } from '../../entitlement/terms';
import type { CaseEntitlement, CoveredCase, Shares } from './terms';

/** The supervisor's word before the rules'. Undefined where the case has no unit that is known, or a person has to decide. */
export function sharesInForce({ judged, overruling: override }: CaseEntitlement): Shares | undefined {
  if (override) return override;
  if (!judged || leavesOpen(judged)) return undefined;
  return { labour: judged.labour.percent, parts: judged.parts.percent, travel: judged.travel.percent };
}

/** True where the rules cannot say what is covered, a fault from before the warranty for instance: a supervisor decides (R6). */
const isUndecided = ({ entitlement }: CoveredCase): boolean =>
  entitlement?.judged !== undefined && entitlement.overruling === undefined && leavesOpen(entitlement.judged);

/**
 * Whether the customer pays a share that the warranty does not cover (R7). An unknown cover does not make them
 * pay: a supervisor's decision does. Undefined until then.
 */
export function paysUncovered({ entitlement = {} }: CoveredCase): boolean | undefined {
  if (isUndecided({ entitlement })) return undefined;
  const shares = sharesInForce(entitlement);
  if (!shares) return false;
  const lines = entitlement.overruling ? [] : (entitlement.judged?.lines ?? []);
  return COVERAGE_ITEMS.some((item) => shares[item] < 100) || lines.some(({ percent }) => percent < 100);
}
