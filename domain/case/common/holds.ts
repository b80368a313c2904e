import type { CaseState } from '../state';

/**
 * Reason why the resolution promise waits without a pause: the customer's decision on the quote, or parts on
 * order.
 */
export type Hold = 'quote' | 'parts';

export const holdsOf = ({ quote, stage }: CaseState): readonly Hold[] => [
  ...(quote?.status === 'offered' ? ['quote' as const] : []),
  ...(stage === 'awaiting-parts' ? ['parts' as const] : []),
];

/**
 * True while somebody else is waited for. What begins or ends such a wait pauses and resumes the clock itself; what resumes all clocks asks
 * here.
 */
export const isResolutionHeld = (state: CaseState): boolean => holdsOf(state).length > 0;
