import { randomUUID } from 'node:crypto';
import type { NewRequest } from './schema';
import { normaliseEmail, parsePhone, type Dialled } from '../../platform/contacts';
import { query, type Database, type Session } from '../../platform/database';
import { customerWords } from '../../platform/customer-words';
import { ApiError } from '../http/problems';
import type { UnitWithTerms } from '../entitlement/facts';
import { unitsBySerial } from '../units/by-serial';
import type { Contact, Known, KnownCustomer } from './known';

export interface ReadSender {
  readonly phone?: string;
  readonly extension?: string;
  readonly email?: string;
  readonly address?: string;
  readonly contacts: readonly Contact[];
}

/** @throws {ApiError} a number or address that is none, or no way at all to answer (R1: the sender gets an answer). */
export function readSender(sender: NewRequest['sender'], dialled: Dialled): ReadSender {
  const { number: phone, extension } =
    (sender.phone === undefined ? undefined : parsePhone(sender.phone, dialled)) ?? {};
  const email = sender.email === undefined ? undefined : normaliseEmail(sender.email);
  if (sender.phone !== undefined && phone === undefined)
    throw new ApiError('REQUEST.PHONE_INVALID', { country: dialled.country ?? '' }, 'sender.phone');
  if (sender.email !== undefined && email === undefined)
    throw new ApiError('REQUEST.EMAIL_INVALID', {}, 'sender.email');
  if (phone === undefined && email === undefined && sender.address === undefined)
    throw new ApiError('REQUEST.SENDER_UNREACHABLE', {}, 'sender');
  return {
    ...(phone !== undefined && { phone }),
    ...(extension !== undefined && { extension }),
    ...(email !== undefined && { email }),
    ...(sender.address !== undefined && { address: sender.address }),
    contacts: [
      ...(phone === undefined ? [] : [{ kind: 'phone' as const, value: phone }]),
      ...(email === undefined ? [] : [{ kind: 'email' as const, value: email }]),
    ],
  };
}

export interface Identified {
  readonly customer: KnownCustomer;
  readonly unit: UnitWithTerms | null;
}

/** The unit with a serial number, with what it is entitled to. None where two share it: a clerk asks which. */
export interface FoundUnit {
  readonly unit: UnitWithTerms | null;
  readonly isShared: boolean;
}

export async function findUnit(database: Database, serial: string | undefined): Promise<FoundUnit> {
  const [unit, another] = serial === undefined ? [] : await unitsBySerial(database, serial);
  return { unit: unit && !another ? unit : null, isShared: another !== undefined };
}

/**
 * Identifies the sender: the only customer with that number or address, or the unit's owner among several;
 * undefined when the registers do not decide.
 */
export function identify(
  customers: readonly KnownCustomer[],
  unit: UnitWithTerms | null,
): Identified | undefined {
  const owner = customers.find(({ id }) => id === unit?.customerId);
  if (owner) return { customer: owner, unit };
  // A prospect with the same number is a call from before the customer was known by it.
  const active = customers.filter(({ status }) => status === 'active');
  const [only, another] = active.length > 0 ? active : customers;
  return only && !another ? { customer: only, unit: null } : undefined;
}

/** Requests of one key, and those from one contact, follow one another from here on: two at once make one prospect, and know of each other. */
export async function takeTurns(
  tx: Session,
  { idempotencyKey, contacts }: { readonly idempotencyKey: string; readonly contacts: readonly Contact[] },
): Promise<void> {
  const names = [
    `intake:${idempotencyKey}`,
    ...contacts.map(({ kind, value }) => `contact:${kind}:${value}`),
  ];
  // The void that the function gives is nothing that the driver's client reads.
  await query(
    tx,
    'SELECT count(pg_advisory_xact_lock(hashtextextended(name, 0))) FROM unnest($1::text[]) AS name',
    [names],
  );
}

const CREATE_PROSPECT = `WITH filed AS (
    INSERT INTO customer (id, number, kind, status, name, language, region_id, address, created_at, words)
    VALUES ($1, $2, $3, 'prospect', $4, $5, $6, $7, $8::timestamptz, $9) RETURNING id, name)
  INSERT INTO customer_contact (customer_id, kind, value, name)
    SELECT filed.id, given.kind, given.value, filed.name FROM filed, unnest($10::text[], $11::text[]) AS given (kind, value)`;

/** Creates a prospect for an unknown sender; a clerk completes it. */
export async function createProspect(
  tx: Session,
  { sender, language }: NewRequest,
  read: ReadSender,
  { customers, ownRegion, now }: Pick<Known, 'customers' | 'ownRegion'> & { readonly now: Date },
): Promise<Identified> {
  const id = randomUUID();
  const contacts = read.contacts.map(({ kind, value }) => ({ kind, value, name: sender.name }));
  const file = { number: `P-${id.slice(0, 8)}`, name: sender.name, address: sender.address ?? null };
  // A contact that several customers share already would make every later call from it ambiguous once more.
  const own = customers.length === 0 ? read.contacts : [];
  await query(tx, CREATE_PROSPECT, [
    id,
    file.number,
    sender.kind === 'dealer' || sender.kind === 'agent' ? 'dealer' : 'customer',
    file.name,
    language,
    // The centre that took the request in looks after the prospect until a clerk reassigns it.
    ownRegion?.id ?? null,
    file.address,
    now.toISOString(),
    customerWords({ ...file, nameEn: null, city: null, contacts }),
    own.map(({ kind }) => kind),
    own.map(({ value }) => value),
  ]);
  const { number, name } = file;
  return {
    customer: { id, number, name, status: 'prospect', region: ownRegion, openCases: [] },
    unit: null,
  };
}
