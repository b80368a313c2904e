import type { Money } from '../money/money';

/** What an approval of a plan is about: so many pieces of each part, and an estimate of what is no part of a register. */
export interface PlanCover {
  readonly parts: readonly { readonly partNumber: string; readonly quantity: number }[];
  readonly cost?: Money;
  readonly replacesUnit?: true;
  /** Of a diagnosis, not of parts alone. */
  readonly isPlan?: true;
  /** Asked for afterwards: it was used before anybody could ask. */
  readonly isUsed?: true;
  /** Of a service before the case was reopened. */
  readonly isOfEarlierService?: true;
}
