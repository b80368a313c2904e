import { SYSTEM } from '../identity/actor';
import type { Message, Recorded } from './decider';

/** Above the number of every recorded event. */
const FIRST_AHEAD = 1_000_000_000;

/** Events that are decided and not recorded yet, as a fold takes them: number, actor and id of the command stand for none. */
export const unrecorded = <E extends Message>(events: readonly E[], at: string): readonly Recorded<E>[] =>
  events.map((event, n) => ({ ...event, seq: FIRST_AHEAD + n, at, commandId: '', actor: SYSTEM }));

/** The state as it will be once events are recorded: a decision that rests on them reads it in place of imitating the fold. */
export const foldAhead = <S, E extends Message>(
  evolve: (state: S, event: Recorded<E>) => S,
  state: S,
  { events, at }: { readonly events: readonly E[]; readonly at: string },
): S => unrecorded(events, at).reduce(evolve, state);
