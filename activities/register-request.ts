import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { ApplicationFailure } from '@temporalio/common';
import { createHash } from 'node:crypto';
import type { CaseCommand } from '../domain/case/commands';
import type { Registration } from '../domain/case/intake/terms';
import { ENDED_STAGES } from '../domain/case/terms';
import type { UnitFacts } from '../domain/case/facts';
import type { RequestFound } from '../domain/case/after-service/new-problems';
import type { Actor } from '../domain/identity/actor';
import { isServiceLevel } from '../domain/identity/roles';
import { REGISTER_ID } from '../domain/process/command-ids';
import { serviceCase } from '../domain/case/decider';
import type { ProcessStart } from '../domain/process/protocol';
import { registerStart, startProcess, type ProcessStarter } from '../platform/process-starter';
import type { Config } from '../platform/config';
import type { Transaction } from '../platform/database';
import { nextNumbers } from '../platform/numbers';
import { dayIn } from '../platform/wall-clock';
import { canonicalJson } from './hash-chain';
import type { Call } from './types';

// A process wrote it, under its own types; what matters here is that it is there.
const Input = Type.Object({
  request: Type.Unsafe<RequestFound>(Type.Object({ receivedAt: Type.String(), origin: Type.Object({}) })),
  by: Type.Unsafe<Actor>(Type.Object({ id: Type.String() })),
});

/**
 * Enters a request that a process found (R24) in the register, as one from outside is (design decision 4): number and start of its case
 * in one transaction, under the call's key, so that it is there once however often it is asked for; then the case is started, or the
 * sweeper does it.
 */
export const createRegisterRequest =
  (dependencies: ProcessStarter & { readonly config: Config }): Call =>
  async ({ key, input }) => {
    // Checked and not parsed: parsing would strip what is not named here.
    if (!Value.Check(Input, input)) throw ApplicationFailure.nonRetryable('No request', 'CALL.INPUT_WRONG');
    const { request, by } = input;
    // No sender of requests can have this key: theirs hold no blank.
    const idempotencyKey = `call ${key}`;
    const { requestNumber, registered } = await dependencies.database.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${idempotencyKey}, 0))`;
        const { number, caseNumber } =
          (await tx.request.findUnique({ where: { idempotencyKey } })) ??
          (await insert(tx, await numbered(tx, dependencies.config, request), { by, idempotencyKey }));
        return {
          requestNumber: number,
          registered: await tx.processStart.findUniqueOrThrow({ where: { processId: caseNumber } }),
        };
      },
      { maxWait: 10_000, timeout: 15_000 },
    );
    if (registered.startedAt === null) await startProcess(dependencies, registered);
    return { requestNumber, caseNumber: registered.processId };
  };

async function numbered(tx: Transaction, config: Config, request: RequestFound): Promise<Registration> {
  const at = new Date(request.receivedAt);
  const zone = config.AFTERCARE_TIME_ZONE;
  const open = request.customer
    ? await tx.serviceCase.findMany({
        where: { customerId: request.customer.id, stage: { notIn: [...ENDED_STAGES] } },
        orderBy: { receivedAt: 'desc' },
        take: 20,
      })
    : [];
  const region =
    request.regionId === undefined
      ? null
      : await tx.organisation.findUnique({ where: { id: request.regionId } });
  const next = await nextNumbers(tx, ['RQ', 'AS'], at, zone);
  return {
    ...request,
    requestNumber: next('RQ'),
    caseNumber: next('AS'),
    receivedOn: dayIn(zone, at),
    ...(request.unit && { unit: askedAgain(request.unit, zone, at) }),
    openCases: open.map(({ number }) => number).filter((number) => number !== request.origin?.caseNumber),
    ...(isServiceLevel(region?.serviceLevel) && { serviceLevel: region.serviceLevel }),
  };
}

/** The unit with the day on which this request was made, where the unit stands: the facts come from another request's case. */
const askedAgain = (unit: UnitFacts, companyZone: string, at: Date): UnitFacts =>
  unit.entitlement
    ? {
        ...unit,
        entitlement: {
          ...unit.entitlement,
          askedOn: dayIn(unit.entitlement.timeZone ?? companyZone, at),
        },
      }
    : unit;

async function insert(
  tx: Transaction,
  registration: Registration,
  { by, idempotencyKey }: { readonly by: Actor; readonly idempotencyKey: string },
) {
  const start: ProcessStart<unknown, CaseCommand> = {
    processId: registration.caseNumber,
    first: { id: REGISTER_ID, type: 'register', data: registration, actor: by },
    traceId: idempotencyKey,
  };
  const { sender } = registration;
  const registeredAt = new Date();
  await registerStart(tx, serviceCase.type, start, registeredAt);
  return tx.request.create({
    data: {
      number: registration.requestNumber,
      receivedAt: registration.receivedAt,
      channel: registration.channel,
      senderKind: sender.kind,
      senderName: sender.name,
      senderPhone: sender.phone ?? null,
      senderExtension: sender.extension ?? null,
      senderEmail: sender.email ?? null,
      senderAddress: sender.address ?? null,
      subject: registration.subject,
      text: registration.text,
      language: registration.language,
      unitSerial: registration.unit?.serial ?? null,
      // The company placed this call, so no caller waited at the hotline.
      inHotlineHours: null,
      idempotencyKey,
      registeredAt,
      bodyHash: createHash('sha256').update(canonicalJson(registration)).digest('hex'),
      registeredBy: by.id,
      caseNumber: registration.caseNumber,
      customerId: registration.customer?.id ?? null,
      unitId: registration.unit?.id ?? null,
      regionId: registration.regionId ?? null,
      openCases: [...registration.openCases],
    },
  });
}
