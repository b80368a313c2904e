import type { Effect, Recorded } from '../process/decider';
import { callsOf } from './calls';
import type { Cancellation } from './steering/terms';
import type { CaseEvent } from './events';
import { messagesOf } from './messages';
import { correctionsOf } from './report/messages';
import { isRegistered, type CaseState } from './state';

/**
 * Effects of an event: messages, calls to parts and finance with their undo, other processes. Their order is
 * part of each effect's key.
 */
export function react(state: CaseState, event: Recorded<CaseEvent>): readonly Effect[] {
  if (!isRegistered(state)) return [];
  return [
    // A cancelled case takes back what it asked for and has not happened yet (design decision 7).
    ...(event.type === 'CaseCancelled' ? [undoOf(state, event.data)] : []),
    ...messagesOf(state, event),
    ...callsOf(state, event),
    // Comes last: earlier calls of an amendment keep the keys that they had before this notice existed.
    ...correctionsOf(state, event),
  ];
}

/** Trips, work, used parts and charges stay: a cancellation cannot undo them (R10, R13). */
const undoOf = (
  { usedUnreserved = [] }: CaseState,
  { keepsWhatHappened }: Cancellation,
): Extract<Effect, { kind: 'undo' }> =>
  keepsWhatHappened === true
    ? {
        kind: 'undo',
        // Issued parts cannot be taken back; parts used before their reservation are issued once it exists.
        keeps: { calls: ['reverseCost', 'creditInvoice', 'reverseSlip'], seqs: usedUnreserved },
      }
    : { kind: 'undo' };
