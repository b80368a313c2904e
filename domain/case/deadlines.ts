import { clockNamed, isActive, type Clocks } from '../clock/clocks';
import { withImplied, type ImpliedClock } from '../clock/implied';
import { dissatisfiedFollowUps, FOLLOW_UP_CLOCK, isOfDissatisfied } from './after-service/follow-ups';
import { openOrders } from './parts/orders';
import { factsOf } from './intake/registration';
import { isEnded, isRegistered, type CaseState, type RegisteredCase } from './state';
import type { CaseClock } from './terms';
import { tripsWithoutCost } from './visit/trip-costs';

/** Those that are only ever implied by where the case stands. */
export const IMPLIED_CLOCKS = [
  'classification',
  'pause',
  'parts-awaited',
  'closing',
  'action-item',
] as const satisfies readonly CaseClock[];
type ImpliedName = (typeof IMPLIED_CLOCKS)[number];

/** True of a deadline that the company sets itself, which is no promise to the customer. */
export const isImplied = (clock: string): boolean => IMPLIED_CLOCKS.some((name) => name === clock);

/** Every clock of the case: no open case is without a deadline (ADR 34). */
export const clocksOf = (state: CaseState): Clocks => withImplied(state.clocks, impliedBy(state));

/** Deadlines for waits without a promise to anyone. */
export function impliedBy(state: CaseState): readonly ImpliedClock[] {
  if (!isRegistered(state) || isEnded(state)) return [];
  return [...stageClocks(state), ...workClocks(state)];
}

function stageClocks(state: RegisteredCase): readonly ImpliedClock[] {
  const { paused, stage, stageSince, revisit } = state;
  if (paused) return [clock(state, 'pause', paused.since, paused.until)];
  switch (stage) {
    case 'answered':
      return [clock(state, 'classification', sinceOf(state, stageSince))];
    case 'awaiting-parts': {
      const neededBy = openOrders(state)
        .map((order) => order.neededBy)
        .sort()
        .at(-1);
      // An order needed before the case began to wait for it is overdue from the start.
      const dueAt = neededBy !== undefined && neededBy < stageSince ? stageSince : neededBy;
      return [clock(state, 'parts-awaited', stageSince, dueAt)];
    }
    case 'surveyed':
      return revisit?.required === false ? closing(state) : [];
    case 'revisited':
      return closing(state);
    default:
      return [];
  }
}

/** R22: a dissatisfied customer comes first, with a promise of its own. */
function closing(state: RegisteredCase): readonly ImpliedClock[] {
  if (dissatisfiedFollowUps(state).length > 0) return [];
  const seenTo = clockNamed(state.clocks, FOLLOW_UP_CLOCK)?.metAt ?? state.stageSince;
  return [clock(state, 'closing', sinceOf(state, later(seenTo, state.stageSince)))];
}

/** Work beside the flow, which outlasts the case too. It has waited since the first of it; what is done leaves the rest its own time. */
function workClocks(state: RegisteredCase): readonly ImpliedClock[] {
  const [first] = [...workOf(state).map(({ openedAt }) => openedAt), ...uncostedSince(state)].sort();
  return first === undefined ? [] : [clock(state, 'action-item', first)];
}

/** End times of trips without a recorded cost (R13). */
function uncostedSince(state: RegisteredCase): readonly string[] {
  const numbers = tripsWithoutCost(state).map(({ number }) => number);
  return [...(state.visits ?? []), ...(state.handedOverTrips ?? [])]
    .filter(({ number }) => numbers.includes(number))
    .map(({ endedAt }) => endedAt);
}

/** Follow-ups that no promise of their own covers. */
export function workOf({ followUps, clocks }: CaseState): CaseState['followUps'] {
  const record = clockNamed(clocks, FOLLOW_UP_CLOCK);
  const isPromised = record !== undefined && isActive(record);
  return followUps.filter((followUp) => !isPromised || !isOfDissatisfied(followUp));
}

const clock = (
  state: RegisteredCase,
  name: ImpliedName,
  startedAt: string,
  fixedDueAt?: string,
): ImpliedClock => ({
  clock: name,
  startedAt,
  facts: factsOf(state),
  ...(fixedDueAt !== undefined && { fixedDueAt }),
});

const later = (one: string, other: string): string => (one > other ? one : other);

/** A pause of the case gives what waits its whole time again. */
const sinceOf = ({ resumedAt }: RegisteredCase, since: string): string =>
  resumedAt === undefined ? since : later(resumedAt, since);
