import type { CountryCode } from 'libphonenumber-js/max';
import { createHash } from 'node:crypto';
import type { ClockRegisterCache } from '../../activities/clock-registers';
import { canonicalJson } from '../../activities/hash-chain';
import type { CaseCommand } from '../../domain/case/commands';
import type { Registration } from '../../domain/case/events';
import type { Principal } from '../../domain/identity/principal';
import type { Command } from '../../domain/process/decider';
import type { ProcessStart } from '../../domain/process/protocol';
import type { Config } from '../../platform/config';
import { type Prisma, type Database, type Transaction } from '../../platform/database';
import { toJson } from '../../platform/json-column';
import { nextNumbers } from '../../platform/numbers';
import type { NewRequest } from '../../schemas/requests';
import { readInstant } from '../instants';
import { ApiError } from '../problems';
import { dayIn, readExclusions } from '../entitlement/facts';
import { customerFacts, regionOf, unitFacts } from './facts';
import { inHotlineHours } from './hotline';
import { openCasesOf } from './open-cases';
import { refuseUnpromised } from './promise';
import { identify, readSender, type Identified } from './sender';

/** What intake works with. */
export interface Desk {
  readonly database: Database;
  readonly config: Config;
  readonly clockRegisters: ClockRegisterCache;
}

export interface Intake {
  readonly request: NewRequest;
  readonly idempotencyKey: string;
  readonly principal: Principal;
  readonly traceId: string;
}

export type RequestRow = Prisma.RequestGetPayload<object>;
export interface Registered {
  readonly row: RequestRow;
  readonly isRepeat: boolean;
}

/** A request that reached us may be told a little late by another machine's clock. */
const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * Registers a request in one transaction, before anything else happens (design decision 4): number, sender, customer or prospect, and
 * the start of its case. The same key gives the same request back. @throws {ApiError} what is wrong with it; nothing has changed.
 */
export async function register(
  { database, config, clockRegisters }: Desk,
  intake: Intake,
): Promise<Registered> {
  const now = new Date();
  const receivedAt = receipt(intake.request, now);
  // A country code by the setting's pattern; libphonenumber treats one it does not know as none.
  const sender = readSender(intake.request.sender, toCountry(config.AFTERCARE_COUNTRY));
  const bodyHash = createHash('sha256')
    .update(canonicalJson({ request: intake.request, by: intake.principal.actor.id }))
    .digest('hex');
  // Before the transaction: within it this would wait for a second connection, as all the others do.
  const registers = await clockRegisters.now();
  return database.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`intake:${intake.idempotencyKey}`}, 0))`;
      const earlier = await tx.request.findUnique({ where: { idempotencyKey: intake.idempotencyKey } });
      if (earlier) {
        if (earlier.bodyHash !== bodyHash)
          throw new ApiError('IDEMPOTENCY.KEY_REUSED', {}, 'Idempotency-Key');
        return { row: earlier, isRepeat: true };
      }
      refuseUnpromised(registers, receivedAt);
      const identified = await identify(tx, intake.request, sender, {
        now,
        organisationId: intake.principal.actor.organisationId,
      });
      const registration = await registrationOf(tx, config, { intake, sender, identified, receivedAt, now });
      const hotline = inHotlineHours(registers, intake.request.channel, receivedAt);
      const row = await insert(tx, { intake, bodyHash, identified, registration, hotline, now });
      return { row, isRepeat: false };
    },
    { maxWait: 10_000, timeout: 15_000 },
  );
}

const isCountry = (text: string): text is CountryCode => /^[A-Z]{2}$/.test(text);
const toCountry = (text: string): CountryCode => (isCountry(text) ? text : 'CN');

function receipt({ receivedAt }: NewRequest, now: Date): Date {
  if (receivedAt === undefined) return now;
  const received = new Date(readInstant(receivedAt, 'receivedAt'));
  if (received.getTime() > now.getTime() + CLOCK_SKEW_MS)
    throw new ApiError('REQUEST.RECEIVED_IN_FUTURE', {}, 'receivedAt');
  return received;
}

interface Known {
  readonly intake: Intake;
  readonly sender: ReturnType<typeof readSender>;
  readonly identified: Identified;
  readonly receivedAt: Date;
  readonly now: Date;
}

async function registrationOf(
  tx: Transaction,
  config: Config,
  { intake, sender, identified, receivedAt, now }: Known,
): Promise<Registration> {
  const { request, principal } = intake;
  const { customer, unit } = identified;
  const openCases = await openCasesOf(tx, customer.id);
  const receivedOn = dayIn(config.AFTERCARE_TIME_ZONE, receivedAt);
  const next = await nextNumbers(tx, ['RQ', 'AS'], now, config.AFTERCARE_TIME_ZONE);
  return {
    requestNumber: next('RQ'),
    caseNumber: next('AS'),
    receivedAt: receivedAt.toISOString(),
    receivedOn,
    channel: request.channel,
    sender: {
      kind: request.sender.kind,
      name: request.sender.name,
      ...(sender.phone !== undefined && { phone: sender.phone }),
      ...(sender.email !== undefined && { email: sender.email }),
      ...(sender.address !== undefined && { address: sender.address }),
    },
    subject: request.subject,
    text: request.text,
    language: request.language,
    customer: customerFacts(customer),
    ...(unit && { unit: unitFacts(unit, await readExclusions(tx), receivedOn) }),
    openCases: openCases.map(({ number }) => number),
    intakeOrganisationId: principal.actor.organisationId,
    ...(await regionOf(tx, customer.region, principal.actor.organisationId)),
  };
}

async function insert(
  tx: Transaction,
  {
    intake,
    bodyHash,
    identified,
    registration,
    hotline,
    now,
  }: {
    intake: Intake;
    bodyHash: string;
    identified: Identified;
    registration: Registration;
    hotline: boolean | null;
    now: Date;
  },
): Promise<RequestRow> {
  const { request, principal, idempotencyKey, traceId } = intake;
  const first: Command<CaseCommand> = {
    id: 'register',
    type: 'register',
    data: registration,
    actor: principal.actor,
  };
  const start: ProcessStart<unknown, CaseCommand> = { processId: registration.caseNumber, first, traceId };
  return tx.request.create({
    data: {
      number: registration.requestNumber,
      receivedAt: registration.receivedAt,
      channel: registration.channel,
      senderKind: registration.sender.kind,
      senderName: registration.sender.name,
      senderPhone: registration.sender.phone ?? null,
      senderEmail: registration.sender.email ?? null,
      senderAddress: registration.sender.address ?? null,
      subject: request.subject,
      text: request.text,
      language: request.language,
      unitSerial: request.unitSerial ?? null,
      inHotlineHours: hotline,
      idempotencyKey,
      registeredAt: now,
      bodyHash,
      registeredBy: principal.actor.id,
      caseNumber: registration.caseNumber,
      customerId: identified.customer.id,
      unitId: identified.unit?.id ?? null,
      regionId: registration.regionId ?? null,
      openCases: [...registration.openCases],
      start: toJson(start),
    },
  });
}
