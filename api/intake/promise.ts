import { clockPolicyOf } from '../../activities/projections/policies';
import type { CaseClock } from '../../domain/case/terms';
import { selectPolicy } from '../../domain/clock/policy';
import type { Transaction } from '../../platform/database';
import { ApiError } from '../problems';

/** The promises that run from receipt (R3, R4). */
const FROM_RECEIPT = ['answer', 'resolution'] as const satisfies readonly CaseClock[];

/**
 * A case whose promises no policy covers could never be committed.
 * @throws {ApiError} REQUEST.RECEIVED_TOO_EARLY for a receipt from before the company's first policies.
 */
export async function refuseUnpromised(tx: Transaction, receivedAt: Date): Promise<void> {
  const rows = await tx.clockPolicy.findMany({ where: { clock: { in: [...FROM_RECEIPT] } } });
  const policies = rows.map(clockPolicyOf);
  const at = receivedAt.toISOString();
  for (const clock of FROM_RECEIPT) {
    if (selectPolicy(policies, clock, {}, at)) continue;
    const begins = policies
      .filter((policy) => policy.clock === clock)
      .map(({ effectiveFrom }) => effectiveFrom);
    throw new ApiError('REQUEST.RECEIVED_TOO_EARLY', { earliest: begins.sort()[0] ?? '' }, 'receivedAt');
  }
}
