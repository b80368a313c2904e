import type { Money } from '../../money/money';
import { refuseTooLarge } from '../../money/amount';
import type { PartLine } from '../facts';
import type { PlanCost } from '../visit/facts';

/** A part of a plan; without a cost it is in no register. */
export interface CostedPart extends PartLine {
  readonly unitCost?: Money;
}

/** What a plan comes to, and what of it nobody knows. */
export interface PlanTotal {
  readonly cost?: PlanCost;
  /** Parts that no register knows and nobody has estimated. */
  readonly unpriced: readonly string[];
}

/**
 * What the parts of a plan cost (R9): those that a register knows by it, whatever estimate is sent; the others by the estimate. Of a plan
 * that names no parts, the estimate is all there is. @throws {DomainError} MONEY.TOO_LARGE
 */
export function costOfPlan(parts: readonly CostedPart[], estimate: Money | undefined): PlanTotal {
  const unknown = parts.filter(({ unitCost }) => unitCost === undefined);
  const isEstimated = estimate !== undefined && (unknown.length > 0 || parts.length === 0);
  const unpriced = isEstimated ? [] : [...new Set(unknown.map(({ partNumber }) => partNumber))].sort();
  const sums = new Map<string, number>();
  const add = ({ amountCents, currency }: Money): void => {
    sums.set(currency, (sums.get(currency) ?? 0) + amountCents);
  };
  for (const { unitCost, quantity } of parts)
    if (unitCost) add({ ...unitCost, amountCents: unitCost.amountCents * quantity });
  if (isEstimated) add(estimate);
  for (const [currency, amountCents] of sums) refuseTooLarge(amountCents, currency);
  const [first, ...beside] = [...sums].map(([currency, amountCents]) => ({ amountCents, currency }));
  if (!first) return { unpriced };
  return {
    cost: {
      ...first,
      source: isEstimated ? 'estimate' : 'standard',
      ...(beside.length > 0 && { beside }),
      ...(unpriced.length > 0 && { unpriced }),
    },
    unpriced,
  };
}
