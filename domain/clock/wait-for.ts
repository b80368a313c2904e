import { type ClockEvent, type ClockFacts, type Clocks, clockNamed, isActive, startClock } from './clocks';

/**
 * Wait with a deadline ladder (design decision 6), the one primitive behind offers, approvals, quote decisions, receipts, old parts
 * and surveys: a clock whose policy says who is reminded, whom it passes on to, and when it lapses. `meetClock` is the answer.
 */
export const waitFor = (
  name: string,
  { facts, at }: { readonly facts: ClockFacts; readonly at: string },
): ClockEvent => startClock(name, at, facts);

/** True once the answer has come, in time or not. */
export const answered = (clocks: Clocks, name: string): boolean =>
  clockNamed(clocks, name)?.metAt !== undefined;

/** True once the wait has lapsed without an answer (the ladder's last step). */
export const lapsed = (clocks: Clocks, name: string): boolean => {
  const record = clockNamed(clocks, name);
  return record !== undefined && isActive(record) && record.fired.includes('expire');
};

/** True while an answer can still come in time to matter. */
export const waiting = (clocks: Clocks, name: string): boolean => {
  const record = clockNamed(clocks, name);
  return record !== undefined && isActive(record) && !record.fired.includes('expire');
};
