import { SYSTEM } from '../identity/actor';
import { elapseId, settleId } from './command-ids';
import type { Deadline } from './commit';
import type { CallOutcome, Command } from './decider';

/** The outcome of a call, as a process tells itself. */
export const settleCall = (outcome: CallOutcome): Command => ({
  id: settleId(outcome.key),
  type: 'settleCall',
  data: outcome,
  actor: SYSTEM,
});

/** A step of a clock that fell due. @param seq of the process as it was then. */
export const elapseClock = (due: Deadline, seq: number): Command => ({
  id: elapseId(due, seq),
  type: 'elapseClock',
  data: { clock: due.clock, step: due.step },
  actor: SYSTEM,
});
