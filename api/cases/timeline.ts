import type { Reader } from '../../platform/database';
import type { Timeline, TimelineQuery } from './timeline-entry-schema';
import { staffNamesIn } from './people-named';
import { timelineEntry } from './timeline-view';
import type { EventReading } from '../access/reading';

const DEFAULT_EVENTS = 100;

/** A stretch of a case's events, oldest first: those after one, or the latest before one. */
export async function readTimeline(
  database: Reader,
  processId: string,
  { after, before, limit = DEFAULT_EVENTS }: TimelineQuery,
  reading: EventReading,
): Promise<Timeline> {
  const isBackward = before !== undefined && after === undefined;
  const found = await database.processEvent.findMany({
    where: {
      processId,
      seq: { ...(after !== undefined && { gt: after }), ...(before !== undefined && { lt: before }) },
    },
    orderBy: { seq: isBackward ? 'desc' : 'asc' },
    take: limit + 1,
  });
  const kept = found.slice(0, limit).sort((left, right) => left.seq - right.seq);
  const names = await staffNamesIn(
    database,
    kept.flatMap(({ actor, data }) => [actor, data]),
  );
  const isCut = found.length > limit;
  const first = kept.at(0)?.seq;
  const last = kept.at(-1)?.seq;
  return {
    items: kept.map((row) => timelineEntry(row, reading, names)),
    // Events are numbered from 1 without a gap.
    earlier: first !== undefined && first > 1 ? first : null,
    later: last !== undefined && (isBackward || isCut) ? last : null,
  };
}
