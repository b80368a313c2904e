import type { Static } from '@sinclair/typebox';
import { clockPolicyOf } from '../../activities/projections/policies';
import type { CalendarVersion, Policy } from '../../schemas/policies';
import type { CalendarRow } from '../policies/add-calendar-version';
import type { PolicyRow } from '../policies/add-policy';

export function policyView(row: PolicyRow): Static<typeof Policy> {
  const { escalate, lateEntry = [] } = clockPolicyOf(row);
  const { recordedAt: _kept, ...shown } = row;
  return {
    ...shown,
    effectiveFrom: row.effectiveFrom.toISOString(),
    effectiveTo: row.effectiveTo?.toISOString() ?? null,
    escalate: [...escalate],
    lateEntry: [...lateEntry],
  };
}

export const versionView = ({
  effectiveFrom,
  nameEn,
  nameZh,
  definition,
}: CalendarRow): Static<typeof CalendarVersion> => ({
  effectiveFrom: effectiveFrom.toISOString(),
  nameEn,
  nameZh,
  definition,
});
