import { createHash } from 'node:crypto';
import type { ClockRegisterCache } from '../../activities/clock-registers';
import { canonicalJson } from '../../activities/hash-chain';
import type { CaseCommand } from '../../domain/case/commands';
import type { Registration } from '../../domain/case/intake/terms';
import type { UnitFacts } from '../../domain/case/facts';
import { LATE_AFTER_MS } from '../../domain/clock/ladder';
import type { Principal } from '../../domain/identity/principal';
import type { Command } from '../../domain/process/decider';
import { REGISTER_ID } from '../../domain/process/command-ids';
import type { ProcessStart } from '../../domain/process/protocol';
import type { Config } from '../../platform/config';
import { query, transaction, type Database, type Session } from '../../platform/database';
import type { Lanes } from '../../platform/lanes';
import { numberYear, TAKE_NUMBERS } from '../../platform/numbers';
import { CLAIMED_FROM_NOW } from '../../platform/start-claims';
import { dayIn } from '../../platform/wall-clock';
import type { NewRequest } from './schema';
import { areaCodeOf, countryOf } from './contact-input';
import { readInstant } from '../http/instants';
import { ApiError } from '../http/problems';
import { type UnitWithTerms } from '../entitlement/facts';
import type { KnownSender, RequestStart } from './view';
import { customerFacts, regionFacts, unitFacts } from './facts';
import { inHotlineHours } from './hotline';
import { readKnown, type Known } from './known';
import { refuseUnpromised } from './promise';
import {
  createProspect,
  findUnit,
  identify,
  readSender,
  takeTurns,
  type FoundUnit,
  type Identified,
} from './sender';
import { unitOffer, unitOwner } from './unit-offer';

/** Dependencies of intake. */
export interface Desk {
  readonly database: Database;
  readonly config: Config;
  readonly clockRegisters: ClockRegisterCache;
  /** Those that register wait here for their turn, and not for a connection. */
  readonly turns: Lanes;
}

export interface Intake {
  readonly request: NewRequest;
  readonly idempotencyKey: string;
  readonly principal: Principal;
  readonly traceId: string;
}

/** A request that has been registered; the start of its case is among it. */
export interface Registered {
  readonly request: RequestStart;
  readonly isRepeat: boolean;
  /** The sender's entry, when it has just been read. */
  readonly known?: KnownSender;
}

/** Tolerance for the clock of the machine that reports the request's time. */
const CLOCK_SKEW_MS = 5 * 60_000;
/** How many register at once: the other connections of the pool are left to those who read. */
export const REGISTER_AT_ONCE = 5;
const LANE = 'register';
const TURN_MS = 60_000;
/** Limit for requests from one contact, which are serialised. */
const LOCK_TIMEOUT_MS = 15_000;

/**
 * Registers a request in one transaction, before anything else happens (design decision 4): number, sender, customer or prospect, and
 * the start of its case, which the caller then has in hand. The same key gives the same request back.
 * @throws {ApiError} what is wrong with it; nothing has changed.
 */
export const register = (desk: Desk, intake: Intake): Promise<Registered> =>
  desk.turns.run(LANE, Date.now() + TURN_MS, () => registerNow(desk, intake));

async function registerNow(desk: Desk, intake: Intake): Promise<Registered> {
  const { database, config, clockRegisters } = desk;
  const { request, idempotencyKey, principal } = intake;
  const now = new Date();
  const receivedAt = receipt(request, now);
  const dialled = {
    country: countryOf(config),
    areaCode: await areaCodeOf(database, principal.actor.organisationId),
  };
  const sender = readSender(request.sender, dialled);
  const bodyHash = createHash('sha256')
    .update(canonicalJson({ request, by: principal.actor.id }))
    .digest('hex');
  const { organisationId } = principal.actor;
  const { contacts } = sender;
  // Before the transaction, which is kept short: these registers do not change by what is registered.
  const registers = await clockRegisters.now();
  const inHours = inHotlineHours(registers, request.channel, receivedAt);
  const found = await findUnit(database, request.unitSerial);
  const owner = await unitOwner(database, found);
  const facts = found.unit && (await factsOf(desk, found.unit, receivedAt));
  const registered = await transaction(database, LOCK_TIMEOUT_MS, async (tx) => {
    await takeTurns(tx, { idempotencyKey, contacts });
    const known = await readKnown(tx, { idempotencyKey, organisationId, contacts });
    if (known.isRepeat) return undefined;
    refuseUnpromised(registers, receivedAt);
    const identified =
      identify(known.customers, found.unit) ?? (await createProspect(tx, request, sender, { ...known, now }));
    const about = { identified, found, owner, facts };
    return enter(tx, { desk, intake, bodyHash, sender, known, ...about, receivedAt, inHours, now });
  });
  return registered ?? repeated(database, idempotencyKey, bodyHash);
}

const factsOf = ({ database, config }: Desk, unit: UnitWithTerms, askedAt: Date): Promise<UnitFacts> =>
  unitFacts(unit, { database, askedAt, timeZone: config.AFTERCARE_TIME_ZONE });

/** The request that was registered under the key. @throws {ApiError} for another body. */
async function repeated(database: Database, idempotencyKey: string, bodyHash: string): Promise<Registered> {
  const earlier = await database.request.findUniqueOrThrow({ where: { idempotencyKey } });
  if (earlier.bodyHash !== bodyHash) throw new ApiError('IDEMPOTENCY.KEY_REUSED', {}, 'Idempotency-Key');
  return { request: earlier, isRepeat: true };
}

function receipt({ receivedAt }: NewRequest, now: Date): Date {
  if (receivedAt === undefined) return now;
  const received = new Date(readInstant(receivedAt, 'receivedAt'));
  if (received.getTime() > now.getTime() + CLOCK_SKEW_MS)
    throw new ApiError('REQUEST.RECEIVED_IN_FUTURE', {}, 'receivedAt');
  return received;
}

/** @throws {ApiError} for what is no call, or was taken before it came or after now. */
function taken(
  { channel, takenAt }: NewRequest,
  { receivedAt, now }: { readonly receivedAt: Date; readonly now: Date },
): Date | undefined {
  if (takenAt === undefined) return undefined;
  const at = new Date(readInstant(takenAt, 'takenAt'));
  if (channel !== 'phone' || at < receivedAt || at.getTime() > now.getTime() + CLOCK_SKEW_MS)
    throw new ApiError('REQUEST.NOT_TAKEN_THEN', {}, 'takenAt');
  return at;
}

interface Entry {
  readonly desk: Desk;
  readonly intake: Intake;
  readonly bodyHash: string;
  readonly sender: ReturnType<typeof readSender>;
  readonly known: Known;
  readonly identified: Identified;
  /** Facts of the unit that was found, for any owner. */
  readonly facts: UnitFacts | null;
  readonly found: FoundUnit;
  readonly owner: Awaited<ReturnType<typeof unitOwner>>;
  readonly receivedAt: Date;
  readonly inHours: boolean | null;
  readonly now: Date;
}

/** One statement takes the numbers and writes the row, so that either both have happened or neither. */
const INSERT = `WITH taken AS (${TAKE_NUMBERS}),
  numbers AS (SELECT max(number) FILTER (WHERE series = 'RQ') AS request, max(number) FILTER (WHERE series = 'AS') AS service_case FROM taken)
  INSERT INTO request SELECT filled.* FROM numbers, jsonb_populate_record(NULL::request, $3::jsonb || jsonb_build_object(
    'number', numbers.request,
    'start_claimed_until', ${CLAIMED_FROM_NOW},
    'case_number', numbers.service_case,
    'start', jsonb_set(jsonb_set(jsonb_set($3::jsonb -> 'start', '{processId}', to_jsonb(numbers.service_case)),
      '{first,data,caseNumber}', to_jsonb(numbers.service_case)),
      '{first,data,requestNumber}', to_jsonb(numbers.request)))) AS filled
  RETURNING number, case_number AS "caseNumber", start`;

async function enter(tx: Session, entry: Entry): Promise<Registered> {
  const { desk, intake, bodyHash, known, identified, receivedAt, inHours, now } = entry;
  const { request, principal, idempotencyKey, traceId } = intake;
  const { AFTERCARE_TIME_ZONE: timeZone } = desk.config;
  const { customer, unit } = identified;
  const registration = registrationOf(entry);
  const first: Command<CaseCommand> = {
    id: REGISTER_ID,
    type: 'register',
    data: registration,
    actor: principal.actor,
  };
  const start: ProcessStart<unknown, CaseCommand> = { processId: UNNUMBERED, first, traceId };
  const { rows } = await query<Pick<RequestStart, 'number' | 'caseNumber' | 'start'>>(tx, INSERT, [
    ['RQ', 'AS'],
    numberYear(timeZone, now),
    JSON.stringify({
      received_at: registration.receivedAt,
      channel: registration.channel,
      sender_kind: registration.sender.kind,
      sender_name: registration.sender.name,
      sender_phone: registration.sender.phone,
      sender_extension: registration.sender.extension,
      sender_email: registration.sender.email,
      sender_address: registration.sender.address,
      subject: request.subject,
      text: request.text,
      language: request.language,
      unit_serial: request.unitSerial,
      in_hotline_hours: inHours,
      taken_at: taken(request, { receivedAt, now }),
      idempotency_key: idempotencyKey,
      registered_at: now,
      body_hash: bodyHash,
      registered_by: principal.actor.id,
      customer_id: customer.id,
      unit_id: unit?.id,
      region_id: registration.regionId,
      open_cases: registration.openCases,
      start,
    }),
  ]);
  const [row] = rows;
  if (!row) throw new Error('PostgreSQL took no request in');
  return {
    request: { ...row, receivedAt, startedAt: null },
    isRepeat: false,
    known: {
      customer,
      candidates:
        customer.status === 'prospect' ? known.customers.filter(({ id }) => id !== customer.id) : [],
      unit,
      openCases: customer.openCases,
      isNew: !known.customers.includes(customer),
    },
  };
}

/** Stands where the statement that takes the numbers puts them. */
const UNNUMBERED = '';

/** Entered later than a call and its entry take. */
function lateEntryOf(receivedAt: Date): Pick<Registration, 'registeredAt'> {
  const now = new Date();
  return now.getTime() - receivedAt.getTime() > LATE_AFTER_MS ? { registeredAt: now.toISOString() } : {};
}

function registrationOf({
  desk: { config },
  intake: { request, principal },
  sender,
  known,
  identified: { customer, unit },
  found,
  owner,
  facts,
  receivedAt,
}: Entry): Registration {
  const receivedOn = dayIn(config.AFTERCARE_TIME_ZONE, receivedAt);
  const region = regionFacts(customer.region ?? known.ownRegion);
  return {
    requestNumber: UNNUMBERED,
    caseNumber: UNNUMBERED,
    receivedAt: receivedAt.toISOString(),
    ...lateEntryOf(receivedAt),
    receivedOn,
    channel: request.channel,
    sender: {
      kind: request.sender.kind,
      name: request.sender.name,
      ...(sender.phone !== undefined && { phone: sender.phone }),
      ...(sender.extension !== undefined && { extension: sender.extension }),
      ...(sender.email !== undefined && { email: sender.email }),
      ...(sender.address !== undefined && { address: sender.address }),
    },
    subject: request.subject,
    text: request.text,
    language: request.language,
    customer: customerFacts(customer),
    ...(unit && facts && { unit: facts }),
    openCases: customer.openCases.map(({ number }) => number),
    intakeOrganisationId: principal.actor.organisationId,
    ...(request.unitSerial !== undefined &&
      unitOffer(request.unitSerial, { found, owner, isOwn: unit !== null, regionId: region.regionId })),
    ...region,
  };
}
