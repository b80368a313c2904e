import { recordedOf } from '../../activities/event-row';
import { CASE_KIND } from '../../activities/processes';
import type { RegisteredCase } from '../../domain/case/state';
import type { Database } from '../../platform/database';
import { stateOf } from '../read-case';

/**
 * The case as it was when the nth of its service reports was given, from its events: what belonged to that service is not kept with the
 * case once it is reopened.
 */
export async function asReported(
  database: Database,
  processId: string,
  nth: number,
): Promise<RegisteredCase> {
  const [report] = await database.processEvent.findMany({
    where: { processId, type: 'ServiceReported' },
    orderBy: { seq: 'asc' },
    skip: nth - 1,
    take: 1,
  });
  if (!report) throw new Error(`${processId} has no event of its report ${nth}`);
  const rows = await database.processEvent.findMany({
    where: { processId, seq: { lte: report.seq } },
    orderBy: { seq: 'asc' },
  });
  return stateOf(CASE_KIND.fold(CASE_KIND.initial, rows.map(recordedOf)), processId);
}
