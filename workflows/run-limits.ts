import { workflowInfo } from '@temporalio/workflow';
import { RUN_LIMITS, type RunLimits } from '../domain/process/run-limits';

/** Limits of runs that started before limits were passed in; replay of those runs needs the same values. */
const UPDATES_BEFORE_LIMITS = 1_000;

/**
 * Whether a run has taken enough. Its limits come with its start: those of a run that goes on stay as they were, whatever the code says by
 * then, and its history replays. History's length and size are those that each task's first event has on record.
 */
export function isFull(
  limits: Partial<RunLimits>,
  done: { readonly updates: number; readonly commits: number },
): boolean {
  const { continueAsNewSuggested, historyLength, historySize } = workflowInfo();
  if (continueAsNewSuggested || done.updates >= (limits.updatesPerRun ?? UPDATES_BEFORE_LIMITS)) return true;
  // The state carried into a run does not count towards its size; otherwise it would continue as new for
  // ever.
  return (
    done.commits > 0 &&
    (historyLength >= (limits.eventsPerRun ?? Number.POSITIVE_INFINITY) ||
      historySize >= (limits.bytesPerRun ?? Number.POSITIVE_INFINITY))
  );
}

/** Limits of the next run: those given to this run, else the current defaults. */
export const limitsOfNext = ({
  updatesPerRun,
  eventsPerRun,
  bytesPerRun,
}: Partial<RunLimits>): RunLimits => ({
  updatesPerRun: updatesPerRun ?? RUN_LIMITS.updatesPerRun,
  eventsPerRun: eventsPerRun ?? RUN_LIMITS.eventsPerRun,
  bytesPerRun: bytesPerRun ?? RUN_LIMITS.bytesPerRun,
});
