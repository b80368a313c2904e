import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessKinds } from '../activities/process-kind';
import { Prisma, type Database } from '../platform/database';
import { compareWorkflow, type Verdict } from './compare-workflow';
import type { SeqDifference } from './difference';
import { checkImage, type Image } from './image';
import type { Sight, Workflows } from './workflows';

export interface ProcessDependencies {
  readonly database: Database;
  readonly kinds: ProcessKinds;
  readonly workflows: Workflows;
  /** Pauses before a process that differs from its workflow is read again: it may be at work just now. */
  readonly waitsMs: readonly number[];
}

export interface ProcessReport {
  readonly differences: readonly SeqDifference[];
  readonly workflow: 'same' | 'gone' | 'different' | 'unverified';
  /** Why it could not be compared with its workflow. */
  readonly reason?: string;
  readonly isAway: boolean;
  readonly isRefreshed: boolean;
}

interface Comparison {
  readonly image: Image;
  readonly sight: Sight;
  readonly verdict: Verdict;
}

/** A long process is read in many pages, in one transaction. */
const TRANSACTION = {
  isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead,
  maxWait: 60_000,
  timeout: 600_000,
} as const;

/** A repair applied before the process is compared again. */
export interface Mending {
  /** Makes workflows that are behind PostgreSQL catch up. */
  readonly refresh?: boolean;
  /** Starts the workflows of open processes that Temporal does not know. */
  readonly restart?: boolean;
}

/** Compares one process with its events, its read model and its workflow. Undefined where there is no such process. */
export async function verifyProcess(
  dependencies: ProcessDependencies,
  processId: string,
  mending: Mending,
): Promise<ProcessReport | undefined> {
  const first = await compareUntilStill(dependencies, processId);
  if (first === undefined) return undefined;
  const mend = mendingOf(dependencies, processId, first, mending);
  if (!mend) return reportOf(first, false);
  const reason = await mend();
  if (reason !== undefined) return { ...reportOf(first, false), reason: `it could not be mended: ${reason}` };
  const second = await compareUntilStill(dependencies, processId);
  return second && reportOf(second, second.verdict.kind === 'same');
}

/** Returns why the repair failed; undefined when nothing needs repair or none was requested. */
function mendingOf(
  { workflows }: ProcessDependencies,
  processId: string,
  { image: { type }, sight, verdict }: Comparison,
  { refresh = false, restart = false }: Mending,
): (() => Promise<string | undefined>) | undefined {
  if (verdict.kind !== 'different') return undefined;
  if (refresh && verdict.isBehind) return () => workflows.refresh(processId);
  if (restart && isLost(sight)) return () => workflows.restart(processId, type);
  return undefined;
}

/** Not there, or ended otherwise than by its own rules. */
const isLost = (sight: Sight): boolean =>
  sight.kind === 'none' ||
  (sight.kind === 'found' && ['TERMINATED', 'FAILED', 'TIMED_OUT', 'CANCELLED'].includes(sight.status));

/** Reads the process again while it differs from its workflow: one that advances meanwhile is no difference. */
async function compareUntilStill(
  dependencies: ProcessDependencies,
  processId: string,
): Promise<Comparison | undefined> {
  let before: Comparison | undefined;
  let latest = await compareOnce(dependencies, processId);
  for (const [times, waitMs] of dependencies.waitsMs.entries()) {
    if (latest === undefined || isSettled(latest, times)) return latest;
    await sleep(waitMs);
    before = latest;
    latest = await compareOnce(dependencies, processId);
  }
  const isMoving = latest !== undefined && before !== undefined && hasAdvanced(before, latest);
  if (latest?.verdict.kind !== 'different' || !isMoving) return latest;
  return {
    ...latest,
    verdict: { kind: 'unverified', reason: 'it advanced each time it was read', isAway: false },
  };
}

async function compareOnce(
  { database, kinds, workflows }: ProcessDependencies,
  processId: string,
): Promise<Comparison | undefined> {
  const image = await database.$transaction((tx) => checkImage(tx, kinds, processId), TRANSACTION);
  if (image === undefined) return undefined;
  const sight = await workflows.look(processId);
  return { image, sight, verdict: compareWorkflow(image, sight) };
}

/** Nothing starts a workflow that is not there, so a second look is enough for that. */
const isSettled = ({ verdict, sight }: Comparison, times: number): boolean =>
  verdict.kind !== 'different' || (sight.kind === 'none' && times > 0);

const hasAdvanced = (before: Comparison, after: Comparison): boolean =>
  before.image.seq !== after.image.seq || workflowSeq(before.sight) !== workflowSeq(after.sight);

const workflowSeq = (sight: Sight): number | undefined =>
  sight.kind === 'found' ? sight.inspection.seq : undefined;

function reportOf({ image, verdict }: Comparison, isRefreshed: boolean): ProcessReport {
  const report = { workflow: verdict.kind, isAway: false, isRefreshed, differences: image.differences };
  switch (verdict.kind) {
    case 'same':
    case 'gone':
      return report;
    case 'different':
      return { ...report, differences: [...image.differences, ...verdict.differences] };
    case 'unverified':
      return { ...report, reason: verdict.reason, isAway: verdict.isAway };
  }
}
