import type { TakeBack } from '../../common/taking-back';
import { leftToJudge } from './repeats';

/** A repeat that is not judged by the end of the case is left to a supervisor. */
export const takeBackRepair: TakeBack = (state, why) =>
  why.end === 'cancelled' || why.end === 'closed' ? leftToJudge(state, why) : [];
