import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import type { ClockPolicy } from '../../domain/clock/policy';
import type { Prisma } from '../../platform/database';

const Ladder = Type.Array(Type.Object({ afterSeconds: Type.Number(), to: Type.String() }));

const LateEntries = Type.Array(Type.Object({ role: Type.String(), withinSeconds: Type.Number() }));

/** A policy row as the rules know it. */
export const clockPolicyOf = (row: Prisma.ClockPolicyGetPayload<object>): ClockPolicy => ({
  id: row.id,
  clock: row.clock,
  ...(row.requestType !== null && { requestType: row.requestType }),
  ...(row.priority !== null && { priority: row.priority }),
  ...(row.serviceLevel !== null && { serviceLevel: row.serviceLevel }),
  ...(row.warranty !== null && { warranty: row.warranty }),
  effectiveFrom: row.effectiveFrom.toISOString(),
  ...(row.effectiveTo !== null && { effectiveTo: row.effectiveTo.toISOString() }),
  recordedAt: row.recordedAt.toISOString(),
  targetSeconds: row.targetSeconds,
  calendar: row.calendar,
  warnAt: row.warnAt,
  escalate: Value.Parse(Ladder, row.escalate),
  ...(row.expireAfterSeconds !== null && { expireAfterSeconds: row.expireAfterSeconds }),
  ...(row.remindEverySeconds !== null && { remindEverySeconds: row.remindEverySeconds }),
  pausable: row.pausable,
  lateEntry: Value.Parse(LateEntries, row.lateEntry),
});
