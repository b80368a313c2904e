import type { ClockRegisters } from '../../activities/clock-registers';
import type { CaseClock } from '../../domain/case/terms';
import { selectPolicy } from '../../domain/clock/policy';
import { ApiError } from '../http/problems';

/** The promises that run from receipt (R3, R4). */
const FROM_RECEIPT = ['answer', 'resolution'] as const satisfies readonly CaseClock[];

/**
 * A case whose promises no policy covers could never be committed.
 * @throws {ApiError} REQUEST.RECEIVED_TOO_EARLY for a receipt from before the company's first policies.
 */
export function refuseUnpromised(registers: ClockRegisters, receivedAt: Date): void {
  const at = receivedAt.toISOString();
  for (const clock of FROM_RECEIPT) {
    const policies = registers.policies(clock);
    if (selectPolicy(policies, clock, {}, at)) continue;
    const begins = policies.map(({ effectiveFrom }) => effectiveFrom);
    throw new ApiError('REQUEST.RECEIVED_TOO_EARLY', { earliest: begins.sort()[0] ?? '' }, 'receivedAt');
  }
}
