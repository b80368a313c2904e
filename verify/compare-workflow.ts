import type { SeqDifference } from './difference';
import { deepDifferences } from './difference';
import { plain, type Image } from './image';
import type { Sight } from './workflows';

export type Verdict =
  | { readonly kind: 'same' }
  /** The process has ended, and Temporal keeps it no longer: nothing to compare with. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'different'; readonly differences: readonly SeqDifference[]; readonly isBehind: boolean }
  | { readonly kind: 'unverified'; readonly reason: string; readonly isAway: boolean };

/** The workflow's own image of the process against the fold of its events. */
export function compareWorkflow({ seq, fold }: Image, sight: Sight): Verdict {
  if (sight.kind === 'away') return { kind: 'unverified', reason: sight.reason, isAway: true };
  if (sight.kind === 'unanswered') return { kind: 'unverified', reason: sight.reason, isAway: false };
  if (!fold) return { kind: 'unverified', reason: 'its events cannot be folded', isAway: false };
  if (sight.kind === 'none') {
    if (fold.isEnded) return { kind: 'gone' };
    return different([{ seq, field: 'workflow', expected: 'running', actual: 'none' }]);
  }
  const { inspection } = sight;
  const life = lifeDifferences(seq, fold.isEnded, sight);
  if (inspection.seq !== seq) {
    const differences = [...life, { seq, field: 'workflow.seq', expected: seq, actual: inspection.seq }];
    return { kind: 'different', differences, isBehind: isOpen(sight) && inspection.seq < seq };
  }
  const states = deepDifferences('workflow.state', plain(fold.state), inspection.state);
  const differences = [...life, ...states.map((difference) => ({ seq, ...difference }))];
  return differences.length === 0 ? { kind: 'same' } : different(differences);
}

const different = (differences: readonly SeqDifference[]): Verdict => ({
  kind: 'different',
  differences,
  isBehind: false,
});

type Found = Extract<Sight, { kind: 'found' }>;
const isOpen = ({ status }: Found): boolean => status === 'RUNNING' || status === 'PAUSED';

/** A process runs until it has ended and its last call is settled; then its workflow is completed, and nothing else. */
function lifeDifferences(seq: number, isEnded: boolean, sight: Found): SeqDifference[] {
  const { status, inspection } = sight;
  const isRight = isOpen(sight)
    ? !isEnded || inspection.seq !== seq || inspection.pendingCalls.length > 0
    : isEnded && status === 'COMPLETED';
  if (isRight) return [];
  return [
    { seq, field: 'workflow', expected: isEnded ? 'completed' : 'running', actual: status.toLowerCase() },
  ];
}
