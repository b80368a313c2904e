import type { Money } from '../../money/money';
import { refuseTooLarge } from '../../money/amount';
import type { PartLine } from '../facts';
import type { PlanCost } from '../flows/repair/facts';

/** A part of a plan; without a cost it is in no register. */
export interface CostedPart extends PartLine {
  readonly unitCost?: Money;
}

/** Total of a plan, with its unknown parts. */
export interface PlanTotal {
  readonly cost?: PlanCost;
  /** Parts with neither a register price nor an estimate. */
  readonly unpriced: readonly string[];
}

/**
 * Cost of a plan's parts (R9): the register's cost where it has one, whatever the estimate; the estimate
 * covers the rest. For a plan without parts the estimate is the total. @throws {DomainError} MONEY.TOO_LARGE
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
