import type { CaseEvent } from '../events';
import type { LeavingRepeat } from '../flows/repair/facts';
import type { CaseState, RegisteredCase } from '../state';

/** The reason why a case takes back what it has begun. All but the last one end the case or its work. */
export type TakingBack =
  | ({ readonly end: 'cancelled'; readonly reason: string; readonly keepsCharges: boolean } & LeavingRepeat)
  | ({ readonly end: 'closed' } & LeavingRepeat)
  | { readonly end: 'joined' }
  | { readonly end: 'resolved' }
  | { readonly end: 'reclassified'; readonly becoming: CaseState };

/** The events that take back what a chapter or a flow has begun; none where it has begun nothing. @param at ISO-8601. */
export type TakeBack = (state: RegisteredCase, why: TakingBack, at: string) => readonly CaseEvent[];
