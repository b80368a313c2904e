import { DomainError } from '../../../errors';
import { invalid } from '../../../invalid';
import type { Repair } from './facts';
import type { CaseEvent } from '../../events';
import { handedOut } from '../../parts/account';
import type { CaseState, RegisteredCase } from '../../state';
import type { RecordedTest, Verify } from './verification-terms';

/**
 * R17: a passed test ends the visit; a failed one requires another diagnosis. @throws {DomainError} for a
 * failure without a note.
 */
export function verify(_state: RegisteredCase, { outcome, ...test }: Verify): CaseEvent[] {
  if (outcome === 'passed') return [{ type: 'RepairVerified', data: test }];
  if (test.note === undefined)
    throw invalid('data.note', { en: 'describe what did not pass', zh: '请说明未通过的情况' });
  return [{ type: 'VerificationFailed', data: test }];
}

/** @throws {DomainError} for a witness of nothing. */
export function repair(state: RegisteredCase, data: Repair): CaseEvent[] {
  if (data.witnessedBy !== undefined && data.verification === undefined)
    throw invalid('data.verification', { en: 'describe how the repair was tested', zh: '请说明验证方法' });
  if (hasFailed(state) && !state.diagnosis) throw new DomainError('CASE.DIAGNOSE_AGAIN');
  const issued = handedOut(state);
  return [{ type: 'UnitRepaired', data: { ...data, issued } }];
}

/** The last repair did not pass its test; of a service before the case was reopened, the last one did. */
function hasFailed({ failedRepairs = [], visits = [] }: CaseState): boolean {
  const last = failedRepairs.at(-1);
  return (
    last !== undefined &&
    !visits.some(({ number, outcome }) => outcome === 'repaired' && number >= last.visit)
  );
}

/** Repaired but not tested: the engineer is still at it. */
export const isUnverified = (state: CaseState): boolean =>
  state.stage === 'repaired' && testOf(state) === undefined;

export const unverifiedRefusal = (state: CaseState): DomainError | undefined =>
  isUnverified(state) ? new DomainError('CASE.NOT_VERIFIED') : undefined;

export const verifiedRefusal = (state: CaseState): DomainError | undefined =>
  isUnverified(state) ? undefined : new DomainError('CASE.VERIFIED_ALREADY');

/** The test that the repair passed; undefined until it has. */
export function testOf({ verification, repair: done, visits = [] }: CaseState): RecordedTest | undefined {
  if (verification) return verification;
  if (done?.verification === undefined) return undefined;
  const { verification: method, witnessedBy } = done;
  const last = visits.findLast(({ outcome }) => outcome === 'repaired');
  return {
    method,
    ...(witnessedBy !== undefined && { witnessedBy }),
    at: last?.endedAt ?? '',
    by: last?.engineer.name ?? '',
  };
}
