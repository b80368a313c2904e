import type { Money } from '../money/money';

/** Scope of a plan's approval: a quantity of each part, and an estimate for items outside the register. */
export interface PlanCover {
  readonly parts: readonly { readonly partNumber: string; readonly quantity: number }[];
  readonly cost?: Money;
  readonly replacesUnit?: true;
  /** Covers a diagnosis, not only parts. */
  readonly isPlan?: true;
  /** Asked for afterwards: it was used before anybody could ask. */
  readonly isUsed?: true;
  /** Belongs to a service before the case was reopened. */
  readonly isOfEarlierService?: true;
}
