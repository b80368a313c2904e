import { meetClock, pauseClocks, resumeClocks } from '../../clock/clocks';
import { DomainError } from '../../errors';
import { invalid } from '../../invalid';
import type { CaseCommandData } from '../commands';
import { clocksOf } from '../deadlines';
import type { CaseEvent } from '../events';
import { isResolutionHeld } from '../common/holds';
import type { RegisteredCase } from '../state';
import type { Entry } from '../rule';

/**
 * Promises wait, until a stated date (issue 12). Cases that run have pauses without one in their histories: those end with the longest
 * pause that their policy allows. @throws {DomainError}
 */
export function pause(
  state: RegisteredCase,
  { longestUntil, ...data }: CaseCommandData['pause'],
  { at }: Entry,
): readonly CaseEvent[] {
  const { until } = data;
  if (until !== undefined && until <= at)
    throw invalid('data.until', { en: 'the pause must end in the future', zh: '暂停截止时间须晚于当前时间' });
  if (until !== undefined && longestUntil !== undefined && until > longestUntil)
    throw new DomainError('CASE.PAUSE_TOO_LONG', { to: longestUntil }, 'data.until');
  return [{ type: 'CasePaused', data }, ...pauseClocks(state.clocks, Object.keys(state.clocks), at)];
}

/** Somebody goes on with the case. */
export const resume = (state: RegisteredCase, at: string): readonly CaseEvent[] => [
  // Cases that run have resumptions without an instant in their histories, of pauses without an end.
  { type: 'CaseResumed', data: state.paused?.until === undefined ? {} : { at } },
  ...resumeClocks(state.clocks, at, resumable(state)),
];

/** The stated date has come: the promises run on by themselves, from that instant, however late that is noticed. */
export function endPause(state: RegisteredCase, dueAt: string): readonly CaseEvent[] {
  const at = dueAt < state.stageSince ? state.stageSince : dueAt;
  return [
    ...meetClock(clocksOf(state), 'pause', dueAt),
    { type: 'CaseResumed', data: { at, byItself: true } },
    ...resumeClocks(state.clocks, at, resumable(state)),
  ];
}

const resumable = (state: RegisteredCase): readonly string[] =>
  Object.keys(state.clocks).filter((name) => name !== 'resolution' || !isResolutionHeld(state));
