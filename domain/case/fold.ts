import type { CaseEventType, EventOf } from './events';
import type { CaseState } from './state';
import type { Stage } from './terms';

/** The case after each of some events. @param at when it happened, ISO-8601. */
export type Fold<T extends CaseEventType> = {
  readonly [K in T]: (state: CaseState, event: EventOf<K>, at: string) => CaseState;
};

/** The case at a stage that it comes to now. */
export const entering = (
  state: CaseState,
  stage: Stage,
  at: string,
  more: Partial<CaseState> = {},
): CaseState => ({ ...state, ...more, stage, stageSince: at });

/** The case as it was: the event is known by its record alone. */
export const unchanged = (state: CaseState): CaseState => state;
