import type { WorkerOptions } from '@temporalio/worker';

/**
 * How a worker asks for workflow tasks. The first task of a new case lies in the queue that all workers share, those of
 * a case that a worker knows in a queue of that worker's own. By the SDK's default eight polls of ten go to the latter, and
 * new cases wait as long as known ones bring work: at a hundred cases at a time most of half a minute (docs/performance.md).
 */
export const POLLING = { nonStickyToStickyPollRatio: 0.8 } as const satisfies Partial<WorkerOptions>;
