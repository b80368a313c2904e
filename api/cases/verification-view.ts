import type { CaseState } from '../../domain/case/state';
import { testOf } from '../../domain/case/flows/repair/verification';
import type { RecordedTest } from '../../domain/case/flows/repair/verification-terms';
import type { CaseDetail } from './detail-schema';
import type { VerificationView } from './verification-schema';

export const verificationView = ({
  method,
  readings = [],
  note,
  witnessedBy,
  at,
  by,
}: RecordedTest): VerificationView => ({
  method,
  readings: [...readings],
  note: note ?? null,
  witnessedBy: witnessedBy ?? null,
  at,
  by,
});

/** The repair, and whether it did (R17). */
export function repairFields(
  state: CaseState,
): Pick<CaseDetail, 'repair' | 'verification' | 'failedRepairs'> {
  const { repair, failedRepairs = [] } = state;
  const test = testOf(state);
  return {
    repair: repair
      ? {
          fault: repair.fault,
          cause: repair.cause,
          work: repair.work,
          verification: repair.verification ?? null,
        }
      : null,
    verification: test ? verificationView(test) : null,
    failedRepairs: failedRepairs.map(({ attempt, visit, repair: done, diagnosis, test: shown }) => ({
      attempt,
      visit,
      faultCode: diagnosis?.fault.code ?? null,
      work: done.work,
      verification: verificationView(shown),
    })),
  };
}
