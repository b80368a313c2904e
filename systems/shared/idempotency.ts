import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import stringify from 'safe-stable-stringify';
import { Prisma, type PrismaClient } from '../../prisma/generated/client';
import { Refusal } from './errors';
import { PROBLEM_JSON, problemOf, refusalProblem, sendProblem } from './problem';

export type Transaction = Prisma.TransactionClient;

/** How a handler does its work: in one transaction with the record of its key. */
export type Once = (
  request: FastifyRequest,
  reply: FastifyReply,
  work: (tx: Transaction, key: string) => Promise<{ status: 200 | 201; body: object }>,
) => Promise<void>;

/** Long enough for a queue on one much-wanted part; short of the callers' own timeouts. */
const TRANSACTION = { maxWait: 8_000, timeout: 8_000 } as const;

/** A request's answer, as it is kept under its key. */
export interface Stored {
  requestHash: string;
  status: number;
  body: Prisma.JsonValue;
}

export type Outcome = { kind: 'done' | 'replayed'; status: number; body: unknown } | { kind: 'reused' };

/** Hash that identifies equal requests: route, its parameters and the body, in any member order. */
export const hashOf = (request: FastifyRequest): string => {
  const content = {
    method: request.method,
    route: request.routeOptions.url,
    params: request.params,
    body: request.body,
  };
  return createHash('sha256').update(stringify(content)).digest('hex');
};

export const sendOutcome = async (reply: FastifyReply, key: string, outcome: Outcome): Promise<void> => {
  if (outcome.kind === 'reused') {
    const message = 'This idempotency key came with another request before.';
    await sendProblem(reply, problemOf(422, 'IDEMPOTENCY.KEY_REUSED', message, { key }));
    return;
  }
  if (outcome.kind === 'replayed') reply.header('idempotent-replayed', 'true');
  if (outcome.status >= 400) reply.type(PROBLEM_JSON);
  await reply.code(outcome.status).send(outcome.body);
};

/**
 * Idempotency keys of the parts system (IETF draft-ietf-httpapi-idempotency-key-header); `keyedWork` has them past Prisma.
 * Claiming a key, the work and its answer are one transaction: a repeat that comes meanwhile waits at the key's row, and
 * finds the answer, refusals included, for good. What failed (5xx) left nothing and can be asked again.
 */
export const idempotency = (prisma: PrismaClient): Once => {
  const table = Prisma.raw('"parts"."idempotency_key"');

  const claim = async (tx: Transaction, key: string, hash: string): Promise<Outcome | undefined> => {
    const claimed = await tx.$executeRaw`
      INSERT INTO ${table} ("key", "request_hash") VALUES (${key}, ${hash}) ON CONFLICT ("key") DO NOTHING`;
    if (claimed === 1) return undefined;
    const [stored] = await tx.$queryRaw<Stored[]>`
      SELECT "request_hash" AS "requestHash", "status", "body" FROM ${table} WHERE "key" = ${key}`;
    if (stored === undefined) throw new Error(`Idempotency key ${key} existed and has disappeared.`);
    if (stored.requestHash !== hash) return { kind: 'reused' };
    return { kind: 'replayed', status: stored.status, body: stored.body };
  };

  const answerOf = async (tx: Transaction, work: () => Promise<{ status: number; body: object }>) => {
    // A refusal undoes what the work had written, yet keeps the claim, so that its answer lasts too.
    await tx.$executeRaw`SAVEPOINT work`;
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT work`;
      return { status: error.status, body: refusalProblem(error) };
    }
  };

  return async (request, reply, work) => {
    const key = String(request.headers['idempotency-key']);
    const hash = hashOf(request);
    const outcome = await prisma.$transaction(async (tx): Promise<Outcome> => {
      const earlier = await claim(tx, key, hash);
      if (earlier !== undefined) return earlier;
      const { status, body } = await answerOf(tx, () => work(tx, key));
      await tx.$executeRaw`
        UPDATE ${table} SET "status" = ${status}, "body" = ${JSON.stringify(body)}::jsonb WHERE "key" = ${key}`;
      return { kind: 'done', status, body };
    }, TRANSACTION);
    await sendOutcome(reply, key, outcome);
  };
};
