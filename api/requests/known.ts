import { query, type Session } from '../../platform/database';
import type { Region } from './facts';
import { openCasesBy, type OpenCase } from './open-cases';

/** How a sender can be reached: what identifies them (R2). */
export interface Contact {
  readonly kind: 'phone' | 'email';
  readonly value: string;
}

export interface KnownCustomer {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly status: string;
  readonly region: Region | null;
  readonly openCases: readonly OpenCase[];
}

/** Register entries related to an incoming request. */
export interface Known {
  /** A request was registered under this key. */
  readonly isRepeat: boolean;
  /** Those with one of the contacts, at most twenty. */
  readonly customers: readonly KnownCustomer[];
  /** Centre of the clerk who takes the request in; null at headquarters. */
  readonly ownRegion: Region | null;
}

const REGION = `json_build_object('id', region.id, 'serviceLevel', region.service_level)`;
const KNOWN = `SELECT
  EXISTS (SELECT FROM request WHERE idempotency_key = $1) AS "isRepeat",
  (SELECT ${REGION} FROM organisation AS own JOIN organisation AS region
    ON region.id = CASE own.kind WHEN 'centre' THEN own.id WHEN 'outlet' THEN own.parent_id END
    WHERE own.id = $2) AS "ownRegion",
  (SELECT coalesce(json_agg(known ORDER BY known.number), '[]') FROM (
    SELECT customer.id, customer.number, customer.name, customer.status,
      (SELECT ${REGION} FROM organisation AS region WHERE region.id = customer.region_id) AS region,
      (SELECT coalesce(json_agg(open), '[]') FROM (${openCasesBy('customer.id')}) AS open) AS "openCases"
    FROM customer WHERE customer.merged_into IS NULL AND customer.id IN (
      SELECT customer_id FROM customer_contact JOIN unnest($3::text[], $4::text[]) AS given (kind, value) USING (kind, value))
    ORDER BY customer.number LIMIT 20) AS known) AS customers`;

export interface Asked {
  readonly idempotencyKey: string;
  readonly organisationId: string;
  readonly contacts: readonly Contact[];
}

/** In one statement, as every request needs all of it. */
export async function readKnown(
  tx: Session,
  { idempotencyKey, organisationId, contacts }: Asked,
): Promise<Known> {
  const {
    rows: [known],
  } = await query<Known>(tx, KNOWN, [
    idempotencyKey,
    organisationId,
    contacts.map(({ kind }) => kind),
    contacts.map(({ value }) => value),
  ]);
  if (!known) throw new Error('PostgreSQL returned no row for a sender');
  return known;
}
