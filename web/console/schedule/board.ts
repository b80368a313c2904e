import type { Schemas } from '../api';
import { overlap, spanOf, within, type Day, type Span } from './days';

export type Schedule = Schemas['Schedule'];
export type Engineer = Schemas['ScheduledEngineer'];
export type Visit = Schemas['ScheduledVisit'];
export type JobToPlace = Schemas['JobToPlace'];

const HOUR_MS = 3_600_000;
const USUAL_HOURS = { from: 8, to: 18 };

/** The time of a visit: where it has begun or ended, that time replaces the appointment. */
function spanOfVisit({ from, to, arrivedAt, endedAt }: Visit): Span {
  const { fromMs, toMs } = spanOf({ from: endedAt === null ? from : (arrivedAt ?? from), to: endedAt ?? to });
  // One that ended before its appointment, without an arrival, has no length.
  return { fromMs: Math.min(fromMs, toMs), toMs };
}

/** A visit may be moved, or given to another engineer, until somebody is on the way. */
export const isMovable = ({ job, departedAt, arrivedAt, endedAt }: Visit): boolean =>
  job?.stage === 'dispatched' && departedAt === null && arrivedAt === null && endedAt === null;

/** The hours of a day that are drawn: those that somebody works, with one before and after, and those of visits. */
export function hoursShown(schedule: Schedule, day: Day, isNightShown: boolean): Span {
  if (isNightShown) return day;
  const worked = schedule.calendars
    .filter(({ timeZone }) => timeZone !== null)
    .flatMap(({ hours }) => hours)
    .flatMap((hours) => within(spanOf(hours), day) ?? [])
    .map(({ fromMs, toMs }) => ({ fromMs: fromMs - HOUR_MS, toMs: toMs + HOUR_MS }));
  const visited = schedule.engineers
    .flatMap(({ visits }) => visits)
    .flatMap((visit) => within(spanOfVisit(visit), day) ?? []);
  const usual = {
    fromMs: day.fromMs + USUAL_HOURS.from * HOUR_MS,
    toMs: day.fromMs + USUAL_HOURS.to * HOUR_MS,
  };
  const spans = [...(worked.length > 0 ? worked : [usual]), ...visited];
  const first = Math.min(...spans.map(({ fromMs }) => fromMs));
  const last = Math.max(...spans.map(({ toMs }) => toMs));
  return {
    fromMs: Math.max(day.fromMs, day.fromMs + Math.floor((first - day.fromMs) / HOUR_MS) * HOUR_MS),
    toMs: Math.min(day.toMs, day.fromMs + Math.ceil((last - day.fromMs) / HOUR_MS) * HOUR_MS),
  };
}

export const hoursBetween = ({ fromMs, toMs }: Span): readonly number[] =>
  Array.from({ length: Math.round((toMs - fromMs) / HOUR_MS) }, (_, n) => fromMs + n * HOUR_MS);

export interface Laid {
  readonly visit: Visit;
  readonly span: Span;
  /** The hours that its words take up: its own, or more where they are too few to be read in. */
  readonly room: Span;
  /** The line of the engineer's row that holds it: cards never cover each other. */
  readonly line: number;
  /** At the same time as another visit that is not over, or while the engineer is away. */
  readonly clash: 'visit' | 'absence' | undefined;
}

/** The room for the words of a visit: from its beginning on, and before it at the end of the hours. */
export function roomFor(span: Span, shown: Span, leastMs: number): Span {
  const drawn = within(span, shown) ?? span;
  const fromMs = Math.max(shown.fromMs, Math.min(drawn.fromMs, shown.toMs - leastMs));
  return { fromMs, toMs: Math.max(drawn.toMs, fromMs + leastMs) };
}

/**
 * Lays an engineer's visits of a span on lines of a row.
 * @param leastMs how long the room for a card's words is at least.
 */
export function laidOut({ visits, absences }: Engineer, shown: Span, leastMs: number): readonly Laid[] {
  const ends: number[] = [];
  const all = visits
    .map((visit) => ({ visit, span: spanOfVisit(visit) }))
    .filter(({ span }) => within(span, shown))
    .sort((one, other) => one.span.fromMs - other.span.fromMs);
  return all.map(({ visit, span }) => {
    const room = roomFor(span, shown, leastMs);
    const free = ends.findIndex((end) => end <= room.fromMs);
    const line = free < 0 ? ends.length : free;
    ends[line] = room.toMs;
    return { visit, span, room, line, clash: clashOf(visit, span) };
  });

  function clashOf(visit: Visit, span: Span): Laid['clash'] {
    if (visit.endedAt !== null) return undefined;
    if (all.some((other) => other.visit !== visit && !other.visit.endedAt && overlap(other.span, span)))
      return 'visit';
    return absences.some((absence) => overlap(spanOf(absence), span)) ? 'absence' : undefined;
  }
}
