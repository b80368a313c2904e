import { HQ } from '../../domain/identity/scope';
import type { Recipient } from '../../domain/process/decider';
import { query, type Database } from '../../platform/database';

/** Recipient of a message, and the recipient's language. */
export interface Addressee {
  readonly key: string;
  readonly staffId?: string;
  readonly customerId?: string;
  readonly address?: string;
  readonly language: string;
  /** Code of the calendar of a colleague's place. */
  readonly calendar?: string;
}

/** A colleague with the place of work, or a customer, who has neither roles nor a place. */
interface Person {
  readonly kind: 'staff' | 'customer';
  readonly id: string;
  readonly language: string;
  readonly roles: readonly string[];
  readonly active: boolean;
  readonly organisationId: string;
  readonly place: string;
  readonly calendar: string;
}

/** Everybody who is named, everybody at the places that are, and HQ's service managers. */
const PEOPLE = `SELECT 'staff' AS kind, s.id, s.language, s.roles, s.active, s.organisation_id AS "organisationId", o.kind AS place, o.calendar
  FROM staff s JOIN organisation o ON o.id = s.organisation_id
  WHERE s.id = ANY($1::text[]) OR s.organisation_id = ANY($2::text[])
    OR (s.organisation_id = $3 AND 'hq-service-manager' = ANY(s.roles) AND cardinality($2::text[]) > 0)
  UNION ALL SELECT 'customer', id, language, '{}', true, '', '', '' FROM customer WHERE id = ANY($4::text[])
  ORDER BY id`;

/** Resolves all recipients in one statement; runs none when no recipient is in the registers. */
export async function findAddressees(
  database: Database,
  recipients: readonly Recipient[],
): Promise<(to: Recipient) => readonly Addressee[]> {
  const staff = recipients.flatMap((to) => ('staffId' in to ? [to.staffId] : []));
  const places = recipients.flatMap((to) => ('role' in to ? [to.organisationId] : []));
  const customers = recipients.flatMap((to) => ('customerId' in to ? [to.customerId] : []));
  const isAsked = staff.length + places.length + customers.length > 0;
  const people = isAsked ? (await query<Person>(database, PEOPLE, [staff, places, HQ, customers])).rows : [];
  return (to) => addresseesOf(to, people);
}

function addresseesOf(to: Recipient, people: readonly Person[]): readonly Addressee[] {
  if ('address' in to) return [{ key: 'address', address: to.address, language: 'zh' }];
  if ('customerId' in to) {
    const { customerId } = to;
    const customer = people.find(({ kind, id }) => kind === 'customer' && id === customerId);
    return [{ key: customerId, customerId, language: customer?.language ?? 'zh' }];
  }
  const staff = people.filter(({ kind }) => kind === 'staff');
  return ('staffId' in to ? staff.filter(({ id }) => id === to.staffId) : holdersOf(to, staff)).map(
    colleague,
  );
}

/**
 * Somebody hears of it, whatever posts are vacant: the role's holders (an outlet's store is its engineers'), else the centre's director,
 * else HQ.
 */
function holdersOf(
  { role, organisationId }: Extract<Recipient, { readonly role: string }>,
  staff: readonly Person[],
): readonly Person[] {
  const active = staff.filter((person) => person.active);
  const there = active.filter((person) => person.organisationId === organisationId);
  const has = (wanted: string) => (person: Person) => person.roles.includes(wanted);
  const keepers = role === 'warehouse-keeper' ? there.filter(({ place }) => place === 'outlet') : [];
  const ranks = [
    there.filter(has(role)),
    keepers.filter(has('repair-engineer')),
    there.filter(has('centre-director')),
    active.filter((person) => person.organisationId === HQ).filter(has('hq-service-manager')),
  ];
  return ranks.find((holders) => holders.length > 0) ?? [];
}

const colleague = ({ id, language, calendar }: Person): Addressee => ({
  key: id,
  staffId: id,
  language,
  calendar,
});
