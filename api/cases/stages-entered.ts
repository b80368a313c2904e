import { recordedOf } from '../../activities/event-row';
import { CASE_KIND } from '../../activities/processes';
import type { StageEntered } from '../../domain/case/progress';
import type { Reader } from '../../platform/database';
import { stateOf } from './read-case';

/** The stages of a case as its events led from one to the next: by the fold that rules it. */
export async function stagesEntered(database: Reader, processId: string): Promise<readonly StageEntered[]> {
  const rows = await database.processEvent.findMany({ where: { processId }, orderBy: { seq: 'asc' } });
  const entered: StageEntered[] = [];
  let state = CASE_KIND.initial;
  for (const row of rows) {
    const folded = CASE_KIND.fold(state, [recordedOf(row)]);
    ({ state } = folded);
    const { stage, stageSince } = stateOf(folded, processId);
    if (entered.at(-1)?.stage !== stage) entered.push({ stage, at: stageSince });
  }
  return entered;
}
