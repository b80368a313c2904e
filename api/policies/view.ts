import type { Static } from '@sinclair/typebox';
import { BUILT_IN_POLICIES } from '../../domain/clock/built-in-policies';
import { clockPolicyOf } from '../../activities/projections/policies';
import { enteredOf } from '../http/schema/entered';
import type { CalendarVersion, Policy } from './schema';
import type { CalendarRow } from './add-calendar-version';
import type { PolicyRow } from './add-policy';

export function policyView(row: PolicyRow): Static<typeof Policy> {
  const { escalate, lateEntry = [] } = clockPolicyOf(row);
  const { recordedAt: _at, recordedBy: _by, ...shown } = row;
  return {
    ...shown,
    ...enteredOf(row),
    effectiveFrom: row.effectiveFrom.toISOString(),
    effectiveTo: row.effectiveTo?.toISOString() ?? null,
    escalate: [...escalate],
    lateEntry: [...lateEntry],
  };
}

/** Built-in policies for clocks that the company's register does not cover (ADR 34). */
export const builtInRows = (own: readonly PolicyRow[]): PolicyRow[] =>
  BUILT_IN_POLICIES.filter(({ clock }) => !own.some((row) => row.clock === clock)).map((policy) => ({
    id: policy.id,
    clock: policy.clock,
    requestType: null,
    priority: null,
    serviceLevel: null,
    warranty: null,
    effectiveFrom: new Date(policy.effectiveFrom),
    effectiveTo: null,
    targetSeconds: policy.targetSeconds,
    calendar: policy.calendar,
    warnAt: [...policy.warnAt],
    escalate: policy.escalate.map(({ afterSeconds, to }) => ({ afterSeconds, to })),
    expireAfterSeconds: null,
    remindEverySeconds: null,
    pausable: policy.pausable,
    lateEntry: [],
    recordedAt: new Date(policy.effectiveFrom),
    recordedBy: null,
  }));

export const versionView = ({
  effectiveFrom,
  nameEn,
  nameZh,
  definition,
  ...row
}: CalendarRow): Static<typeof CalendarVersion> => ({
  effectiveFrom: effectiveFrom.toISOString(),
  nameEn,
  nameZh,
  definition,
  ...enteredOf(row),
});
