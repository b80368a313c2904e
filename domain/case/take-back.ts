import { takeBackApproval } from './approval/take-back';
import type { TakeBack } from './common/taking-back';
import { takeBackOffer } from './dispatch/take-back';
import { FLOW_TAKE_BACKS } from './flows/composed';
import { takeBackQuote } from './quote/take-back';

/**
 * The chapters, then the flows: the order of events is history. Every flow takes part, whatever the type of
 * the case, which may have been another before.
 */
const TAKE_BACKS: readonly TakeBack[] = [takeBackOffer, takeBackQuote, takeBackApproval, ...FLOW_TAKE_BACKS];

/** The events that take back what a case has begun: where it is cancelled, closed, merged, resolved or reclassified. */
export const takeBack: TakeBack = (state, why, at) => TAKE_BACKS.flatMap((one) => one(state, why, at));
