import type { Bilingual } from '../../domain/bilingual';
import type { Actor } from '../../domain/identity/actor';
import { sentenceOf, timesIn } from '../../domain/event-sentence';
import { recordedOf } from '../../activities/event-row';
import type { Recorded } from '../../domain/process/decider';
import { withoutCosts } from '../../domain/money/internal-cost';
import type { Prisma } from '../../platform/database';
import type { TimelineEntry } from './timeline-entry-schema';
import { CONTACT_FIELDS } from './timeline-schema';
import { withStaffNamed, type StaffNames } from './people-named';
import { readsCostOf, type EventReading } from '../access/reading';

/** Events whose costs are those that somebody sent; the costs in others are from a register. */
const SHOWING_COSTS = ['VisitLeftUnfinished', 'TripCostRecorded', 'ServiceReported'];

/** An event as it is read. */
export const timelineEntry = (
  row: Prisma.ProcessEventGetPayload<object>,
  reading: EventReading,
  names: StaffNames,
): TimelineEntry => entryOf(recordedOf(row), reading, names);

/** An event as it is read, or would be. */
export function entryOf(
  { seq, type, at, occurredAt, actor, data }: Recorded,
  reading: EventReading,
  names: StaffNames,
): TimelineEntry {
  const withCosts = reading.withCosts || (SHOWING_COSTS.includes(type) && readsCostOf(reading, actor.id));
  const shown = Object.fromEntries(
    (withCosts ? Object.entries(data) : costless(type, data)).map(([key, value]) => [
      key,
      reading.withContacts ? value : withoutContacts(value),
    ]),
  );
  return {
    seq,
    type,
    at,
    occurredAt: occurredAt ?? null,
    actor: { kind: actor.kind, id: actor.id, name: names.get(actor.id)?.[reading.language] ?? nameOf(actor) },
    sentence: sentenceNaming({ type, data: shown }, names, reading),
    times: [...timesIn({ type, data: shown }, reading.writeInstant)],
    data: shown,
  };
}

const sentenceNaming = (
  { type, data }: { type: string; data: object },
  names: StaffNames,
  { writeInstant }: EventReading,
): Bilingual => ({
  en: sentenceOf({ type, data: withStaffNamed(data, names, 'en') }, writeInstant).en,
  zh: sentenceOf({ type, data: withStaffNamed(data, names, 'zh') }, writeInstant).zh,
});

/** The amount of an approval is what a customer pays of a quote; of a plan it is a cost. */
function costless(type: string, data: object): [string, unknown][] {
  const isOfPlan =
    type === 'ApprovalRequested' && !(isObject(data) && isObject(data.need) && data.need.kind === 'quote');
  const shown = withoutCosts(data);
  return Object.entries(isObject(shown) ? shown : {}).filter(([key]) => !isOfPlan || key !== 'amountCents');
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case 'staff':
    case 'customer':
      return actor.name;
    case 'system':
      return 'Aftercare';
  }
}

function withoutContacts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutContacts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !CONTACT_FIELDS.includes(key))
      .map(([key, inner]) => [key, withoutContacts(inner)]),
  );
}
