import type { Actor } from '../../domain/identity/actor';
import { recordedOf } from '../../activities/event-row';
import type { Prisma } from '../../platform/database';
import type { TimelineEntry } from '../../schemas/case-detail';

/** How somebody can be reached: for those alone who may read customer files. */
const CONTACT_FIELDS = ['phone', 'email', 'address'];

/** An event as it is read. @param withContacts false: telephone numbers and addresses are left out. */
export function timelineEntry(
  row: Prisma.ProcessEventGetPayload<object>,
  withContacts: boolean,
): TimelineEntry {
  const { seq, type, at, occurredAt, actor, data } = recordedOf(row);
  return {
    seq,
    type,
    at,
    occurredAt: occurredAt ?? null,
    actor: { kind: actor.kind, id: actor.id, name: nameOf(actor) },
    data: Object.fromEntries(
      Object.entries(data).map(([key, value]) => [key, withContacts ? value : withoutContacts(value)]),
    ),
  };
}

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
