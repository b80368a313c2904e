import { DELIVER } from '../process/calls';
import type { CallOutcome } from '../process/decider';
import type { CaseCall } from './common/call-terms';
import { failed } from './common/failed-calls';
import { happenedAt } from './common/happened-at';
import type { CaseEvent } from './events';
import { joinAnswered } from './intake/joining';
import { accountLate } from './parts/account';
import { isOfCancelledOrder, isOfEndedOrder, orderNotStarted } from './parts/orders';
import { dayKept } from './report/installation';
import { isRegistered, type CaseState } from './state';
import { takeBack } from './take-back';

interface Settling {
  /** The events that follow from the answer. @param at when it came, ISO-8601. */
  readonly follows: (state: CaseState, outcome: CallOutcome, at: string) => readonly CaseEvent[];
  /** True of a failure that leaves no work for a person. */
  readonly isHandled?: (state: CaseState, outcome: CallOutcome) => boolean;
}

const isOverAlready = (state: CaseState, outcome: CallOutcome): boolean =>
  isOfCancelledOrder(state, outcome.key) || isOfEndedOrder(state, outcome);

/** The calls whose answers have consequences of their own. */
const SETTLED: Readonly<Partial<Record<CaseCall | typeof DELIVER, Settling>>> = {
  // A refusal is on record as JoinRefused, and the desk is sent it.
  askToJoin: {
    follows: (state, outcome, at) => joinAnswered(state, outcome, { at, takeBack }),
    isHandled: () => true,
  },
  reserveParts: { follows: accountLate },
  recordInstallation: { follows: dayKept },
  [DELIVER]: {
    follows: (state, outcome, at) =>
      outcome.outcome.ok || isOverAlready(state, outcome) || !isRegistered(state)
        ? []
        : orderNotStarted(state, outcome.key, at),
    isHandled: isOverAlready,
  },
};

/** A call has been answered. One that failed for good becomes work for a person (design decision 7). */
export function settle(state: CaseState, outcome: CallOutcome, now: string): readonly CaseEvent[] {
  const entries: Readonly<Partial<Record<string, Settling>>> = SETTLED;
  const settling = entries[outcome.call];
  const isWork = !outcome.outcome.ok && settling?.isHandled?.(state, outcome) !== true;
  return [
    { type: 'CallSettled', data: outcome },
    ...(outcome.outcome.ok || !isWork ? [] : [failed(state, outcome, outcome.outcome)]),
    ...(settling?.follows(state, outcome, happenedAt(state, { at: now })) ?? []),
  ];
}
