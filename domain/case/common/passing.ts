import type { CaseState } from '../state';

/** A state that ends by itself. */
type Passing =
  | 'planApprovalId'
  | 'joining'
  | 'paused'
  | 'possibleRepeat'
  | 'escalatedQuestion'
  | 'offer'
  | 'wanted'
  | 'passedOffers';

/** The state without what no longer holds. */
export function without(state: CaseState, ...keys: readonly Passing[]): CaseState {
  const copy = { ...state };
  for (const key of keys) Reflect.deleteProperty(copy, key);
  return copy;
}
