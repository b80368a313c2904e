import { recordedOf } from '../../activities/event-row';
import { CASE_KIND } from '../../activities/processes';
import type { RegisteredCase } from '../../domain/case/state';
import type { Reader } from '../../platform/database';
import { stateOf } from '../cases/read-case';

/** Sequence number of the event by which the nth service report of a case was given. */
export async function seqOfReport(database: Reader, processId: string, nth: number): Promise<number> {
  const [report] = await database.processEvent.findMany({
    where: { processId, type: 'ServiceReported' },
    orderBy: { seq: 'asc' },
    skip: nth - 1,
    take: 1,
    select: { seq: true },
  });
  if (!report) throw new Error(`${processId} has no event of its report ${nth}`);
  return report.seq;
}

/** The case as it was after an event: what belonged to a service is not kept with the case once it is reopened. */
export async function asOf(database: Reader, processId: string, seq: number): Promise<RegisteredCase> {
  const rows = await database.processEvent.findMany({
    where: { processId, seq: { lte: seq } },
    orderBy: { seq: 'asc' },
  });
  return stateOf(CASE_KIND.fold(CASE_KIND.initial, rows.map(recordedOf)), processId);
}

/** The case as it was when the nth of its service reports was given. */
export const asReported = async (database: Reader, processId: string, nth: number): Promise<RegisteredCase> =>
  asOf(database, processId, await seqOfReport(database, processId, nth));
