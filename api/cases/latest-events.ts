import { shortened } from '../../domain/case/common/bounded';
import type { Reader } from '../../platform/database';
import type { Timeline, TimelineEntry } from './timeline-entry-schema';
import { readTimeline } from './timeline';
import type { EventReading } from '../access/reading';

const LATEST_EVENTS = 50;
/** Maximum length of an event's text within a case; `/timeline` has the full text. */
const TEXT_LENGTH = 300;
/** Size limit for the JSON of the events, in UTF-16 units: a case is answered in one piece (ADR 37). */
const ROOM = 30_000;

/** Latest events of a case for its own view: at least one, and as many as fit. */
export async function latestEvents(
  database: Reader,
  { processId, seq }: { readonly processId: string; readonly seq: number },
  reading: EventReading,
): Promise<Timeline> {
  const query = { before: seq + 1, limit: LATEST_EVENTS };
  const { items, ...ends } = await readTimeline(database, processId, query, reading);
  const brief = items.map(briefly);
  let length = 0;
  const tooOld = brief.findLastIndex((entry, n) => {
    length += JSON.stringify(entry).length;
    return length > ROOM && n < brief.length - 1;
  });
  const first = brief[tooOld + 1]?.seq;
  return {
    ...ends,
    items: brief.slice(tooOld + 1),
    ...(tooOld >= 0 && first !== undefined && { earlier: first }),
  };
}

const briefly = (entry: TimelineEntry): TimelineEntry => ({
  ...entry,
  data: Object.fromEntries(Object.entries(entry.data).map(([key, value]) => [key, cut(value)])),
});

function cut(value: unknown): unknown {
  if (typeof value === 'string') return shortened(value, TEXT_LENGTH);
  if (Array.isArray(value)) return value.map(cut);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner)]));
}
