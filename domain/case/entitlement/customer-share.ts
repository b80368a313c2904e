import { judgeUnit } from '../../entitlement/judge';
import type { CoverageItem } from '../../entitlement/terms';
import { paysByFlow } from './entitlement';
import { sharesInForce } from './shares';
import type { CaseState } from '../state';

/** The part of a case that determines the entitlement. */
type Entitled = Pick<CaseState, 'entitlement' | 'unit' | 'requestType'>;
interface Thing {
  readonly item: CoverageItem;
  readonly partNumber?: string;
}

/**
 * Covered share of one item, in percent (R6): a part has its own verdict, because wear parts are not covered
 * among others that are. A supervisor's decision applies to all parts. Undefined while the cover is unknown.
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

/** Whether the customer pays a share (R7), as the flow of the request has it. */
export const customerPays = (state: Pick<Entitled, 'entitlement' | 'requestType'>): boolean =>
  paysByFlow(state) === true;
