import { judgeUnit } from '../../entitlement/judge';
import { COVERAGE_ITEMS, type CoverageItem } from '../../entitlement/terms';
import { sharesInForce } from './entitlement';
import { isPaidByWarranty } from '../terms';
import type { CaseState } from '../state';

/** What of a case the entitlement rests on. */
type Entitled = Pick<CaseState, 'entitlement' | 'unit' | 'requestType'>;
interface Thing {
  readonly item: CoverageItem;
  readonly partNumber?: string;
}

/**
 * What the entitlement covers of one thing, in percent (R6): a part by its own verdict, since parts that wear are not covered among others
 * that are. A supervisor's word is about all parts. Undefined where nobody could say.
 */
export function coveredPercent(state: Entitled, { item, partNumber }: Thing): number | undefined {
  const { entitlement, unit } = state;
  const shares = sharesInForce(entitlement ?? {});
  if (!shares || item !== 'parts' || partNumber === undefined || entitlement?.overruling)
    return shares?.[item];
  const { judged } = entitlement ?? {};
  const known = judged?.lines.find((line) => line.partNumber === partNumber);
  if (known) return known.percent;
  if (!judged || !unit?.entitlement) return shares.parts;
  const { onDay, cause } = judged.basis;
  const verdict = judgeUnit(unit.entitlement, {
    onDay,
    ...(cause !== undefined && { cause }),
    parts: [partNumber],
  });
  return verdict.lines[0]?.percent;
}

/**
 * True where the customer has a share of a repair to pay (R7). Where nobody could say what is covered, nobody has said that they pay: a
 * supervisor's word makes it so. What other requests cost follows from their contracts, not from a warranty.
 */
export function customerPays(state: Entitled): boolean {
  const { requestType, entitlement } = state;
  const shares = sharesInForce(entitlement ?? {});
  if (!isPaidByWarranty(requestType) || !shares) return false;
  const lines = entitlement?.overruling ? [] : (entitlement?.judged?.lines ?? []);
  return COVERAGE_ITEMS.some((item) => shares[item] < 100) || lines.some(({ percent }) => percent < 100);
}
