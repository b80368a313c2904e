import { readClockRegisters } from '../../activities/clock-registers';
import { computeClocks } from '../../activities/projections/clocks';
import type { CaseCommandData } from '../../domain/case/commands';
import type { ClockFacts } from '../../domain/clock/clocks';
import type { Database } from '../../platform/database';
import type { WireData } from './schema';
import { readInstant } from '../http/instants';

interface Pausing {
  readonly database: Database;
  /** Facts that select the policy of the pause. */
  readonly facts: ClockFacts;
  /** When it begins, ISO-8601. */
  readonly at: string;
  readonly path: string;
}

/** A pause with its end: as it was stated, else the longest that the policy allows. @throws {ApiError} for what is no instant. */
export async function pauseFacts(
  { reason, until }: WireData<'pause'>,
  { database, facts, at, path }: Pausing,
): Promise<CaseCommandData['pause']> {
  const clock = { name: 'pause', startedAt: at, facts, pauses: [], fired: [] };
  const { rows } = computeClocks(await readClockRegisters(database), { pause: clock }, at);
  const longest = rows[0]?.dueAt ?? undefined;
  const end = until === undefined ? longest : readInstant(until, `${path}.until`);
  return {
    reason,
    ...(end !== undefined && { until: end }),
    ...(longest !== undefined && { longestUntil: longest }),
  };
}
