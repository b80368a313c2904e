import type { Entry } from './queries';

/** Noted by the machine for itself: the promises that they change are shown as bars. */
const NOISE: ReadonlySet<Entry['type']> = new Set<Entry['type']>([
  'ClockStarted',
  'ClockStopped',
  'ClockMet',
  'ClockMoved',
  'ClockBound',
  'ClockPaused',
  'ClockResumed',
  'ClockWarned',
  'ClockCorrected',
  'ClockFactsChanged',
  'LinkSent',
  'CallSettled',
]);

/** When it happened: a phone out of reach tells of it later. */
export const happenedAt = ({ at, occurredAt }: Entry): string => occurredAt ?? at;

const SOON_MS = 5 * 60_000;
/** True where it was put on record well after it happened. */
export const isLate = ({ at, occurredAt }: Entry): boolean =>
  occurredAt !== null && Date.parse(at) - Date.parse(occurredAt) > SOON_MS;

export const isNoise = ({ type }: Entry): boolean => NOISE.has(type);

/** By number, the latest first, each once. */
export const withoutDoubles = (entries: readonly Entry[]): readonly Entry[] =>
  [...new Map(entries.map((entry) => [entry.seq, entry])).values()].sort(
    (left, right) => right.seq - left.seq,
  );

interface Day {
  /** An instant of the day. */
  readonly day: string;
  /** Events that follow each other and are noise stand together. */
  readonly groups: readonly (readonly Entry[])[];
}

/** Events by day of the reader. */
export function groupedByDay(entries: readonly Entry[]): readonly Day[] {
  const days: { day: string; groups: Entry[][] }[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    const at = happenedAt(entry);
    const isSameDay = last !== undefined && dayOf(last.day) === dayOf(at);
    const day = isSameDay ? last : { day: at, groups: [] };
    if (!isSameDay) days.push(day);
    const group = day.groups.at(-1);
    const [head] = group ?? [];
    if (group && head && isNoise(head) && isNoise(entry)) group.push(entry);
    else day.groups.push([entry]);
  }
  return days;
}

const dayOf = (at: string): string => new Date(at).toDateString();
