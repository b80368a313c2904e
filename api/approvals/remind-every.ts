import { clockPolicyOf } from '../../activities/projections/policies';
import { APPROVAL_CLOCK } from '../../domain/approval/approval';
import type { ClockRecord } from '../../domain/clock/clocks';
import { selectPolicy } from '../../domain/clock/policy';
import type { Database } from '../../platform/database';

/** How often an approval may be reminded of by hand, in plain seconds, by the policy of its clock; undefined where that does not say. */
export async function remindEvery(
  database: Database,
  clock: ClockRecord | undefined,
): Promise<number | undefined> {
  if (!clock) return undefined;
  const rows = await database.clockPolicy.findMany({ where: { clock: APPROVAL_CLOCK } });
  return selectPolicy(rows.map(clockPolicyOf), APPROVAL_CLOCK, clock.facts, clock.startedAt)
    ?.remindEverySeconds;
}
