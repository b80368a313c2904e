import { createHash } from 'node:crypto';
import { canonicalJson } from '../../activities/hash-chain';
import type { UnitFacts } from '../../domain/case/facts';
import { transaction, type Database } from '../../platform/database';
import { areaCodeOf, countryOf } from './contact-input';
import type { Desk, Intake, Registered } from './desk';
import { enter } from './enter';
import { ApiError } from '../http/problems';
import { type UnitWithTerms } from '../entitlement/facts';
import { unitFacts } from './facts';
import { inHotlineHours } from './hotline';
import { readKnown } from './known';
import { refuseUnpromised } from './promise';
import { createProspect, findUnit, identify, readSender, takeTurns } from './sender';
import { receipt } from './times';
import { unitOwner } from './unit-offer';

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
  const { request, idempotencyKey, by, organisationId } = intake;
  const now = new Date();
  const receivedAt = receipt(request, now);
  const dialled = {
    country: countryOf(config),
    // A person at a desk writes numbers as they are dialled there; the writer of a public form may be anywhere.
    areaCode: by.kind === 'staff' ? await areaCodeOf(database, organisationId) : undefined,
  };
  const sender = readSender(request.sender, dialled);
  const bodyHash = createHash('sha256')
    .update(canonicalJson({ request, by: by.id }))
    .digest('hex');
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
  const { number, caseNumber, receivedAt } = earlier;
  const { start, startedAt } = await database.processStart.findUniqueOrThrow({
    where: { processId: caseNumber },
  });
  return { request: { number, caseNumber, receivedAt, start, startedAt }, isRepeat: true };
}
