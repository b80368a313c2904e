import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../activities/hash-chain';
import { PROCESS_KINDS } from '../../activities/processes';
import { revive } from '../../activities/revive';
import { guard, isRuled } from '../../domain/case/decide';
import type { DomainError } from '../../domain/errors';
import { isEnded } from '../../domain/case/state';
import type { Actor } from '../../domain/identity/actor';
import { isSystemId } from '../../domain/process/command-ids';
import type { Command, Message } from '../../domain/process/decider';
import type { ExecuteResult } from '../../domain/process/protocol';
import { query } from '../../platform/database';
import type { Answer } from '../../platform/process-client';
import { refusalIn } from '../../platform/refusal-note';
import type { ApiDependencies } from '../context';
import { ApiError } from '../http/problems';
import { ANYBODY, readCase, type DoneCommand } from '../cases/read-case';

const RETRY_AFTER_SECONDS = '2';

/** Command ids as sent. */
type Called = readonly { readonly id: string }[];

/**
 * Refuses ids reserved for the system's own commands, and ids already used for a different command.
 * @param done ids that the process has already accepted.
 */
export function refuseUnusableIds(
  done: readonly DoneCommand[],
  wire: Called,
  digests: readonly string[],
): void {
  const claimed = wire.findIndex(({ id }) => isSystemId(id));
  const own = wire[claimed];
  if (own) throw new ApiError('COMMAND.ID_RESERVED', { id: own.id }, `commands.${claimed}.id`);
  const twice = wire.findIndex(({ id }, n) => wire.findIndex((other) => other.id === id) < n);
  const repeated = wire[twice];
  if (repeated) throw new ApiError('COMMAND.ID_REUSED', { id: repeated.id }, `commands.${twice}.id`);
  for (const { commandId, digest } of done) {
    const index = wire.findIndex(({ id }) => id === commandId);
    if (digest !== digests[index])
      throw new ApiError('COMMAND.ID_REUSED', { id: commandId }, `commands.${index}.id`);
  }
}

/** Those of a batch's ids that a process has taken already. */
export async function takenOf(
  database: ApiDependencies['database'],
  processId: string,
  wire: Called,
): Promise<readonly DoneCommand[]> {
  const { rows } = await query<DoneCommand>(
    database,
    'SELECT command_id AS "commandId", digest FROM process_command WHERE process_id = $1 AND command_id = ANY($2)',
    [processId, wire.map(({ id }) => id)],
  );
  return rows;
}

/** Whether all of a batch was done before as it stands here: by the same person, since digests tell who sent it. */
export async function wasDoneJustSo(
  database: ApiDependencies['database'],
  processId: string,
  wire: readonly { readonly id: string }[],
  digests: readonly string[],
): Promise<boolean> {
  const done = await database.processCommand.count({
    where: { processId, OR: wire.map(({ id }, n) => ({ commandId: id, digest: digests[n] ?? '' })) },
  });
  return done === wire.length;
}

export interface Asked {
  readonly processId: string;
  readonly wire: readonly { readonly id: string; readonly type: string }[];
  /** Why it is refused where the process has ended; a case's rules, where it is left out. */
  readonly whenEnded?: () => Promise<DomainError | undefined>;
  readonly actor: Actor;
}

/** Digest that identifies a repeated batch; it differs when another sender uses the same id. */
export const digestOf = (command: object, { id }: Actor): string =>
  createHash('sha256')
    .update(canonicalJson([command, id]))
    .digest('hex');

/** Has the case take the batch. @throws {ApiError} the refusal, or what is known where no answer came. */
export async function execute(
  dependencies: ApiDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  {
    batch,
    expectedSeq,
    ...asked
  }: Asked & {
    readonly batch: readonly Command<Message>[];
    readonly expectedSeq?: number | undefined;
  },
): Promise<ExecuteResult> {
  const { processId, wire } = asked;
  const send = (): Promise<Answer<ExecuteResult>> =>
    dependencies.processes.execute(processId, {
      commands: batch,
      traceId: request.id,
      ...(expectedSeq !== undefined && { expectedSeq }),
    });
  const first = await send();
  const isLost =
    first.kind === 'not-running' && (await revive(dependencies, PROCESS_KINDS, processId)) !== 'ended';
  // Temporal has lost what has not ended: it goes on from PostgreSQL, and takes the batch.
  const answer = isLost ? await send() : first;
  request.log.info(
    {
      processId,
      commandIds: wire.map(({ id }) => id),
      types: wire.map(({ type }) => type),
      outcome: answer.kind,
      ...refusalIn(answer),
    },
    'commands',
  );
  if (answer.kind !== 'done' && answer.kind !== 'refused' && (isLost || answer.kind !== 'not-running'))
    void reply.header('retry-after', RETRY_AFTER_SECONDS);
  if (isLost && answer.kind === 'not-running') throw new ApiError('CASE.RESTARTING');
  return resultOf(dependencies, answer, asked);
}

async function resultOf(
  { database, logger }: ApiDependencies,
  answer: Answer<ExecuteResult>,
  asked: Asked,
): Promise<ExecuteResult> {
  switch (answer.kind) {
    case 'done':
      return answer.result;
    case 'refused': {
      // A workflow that lost its worker can refuse what PostgreSQL has: it was done.
      const done = await doneBefore(database, asked);
      if (done) return done;
      throw new ApiError(answer.refusal.code, answer.refusal.params, answer.refusal.field);
    }
    case 'unknown':
      throw new ApiError('COMMAND.OUTCOME_UNKNOWN');
    case 'busy':
      throw new ApiError('CASE.BUSY');
    case 'unavailable':
      logger.warn({ err: answer.cause }, 'Temporal cannot be reached');
      throw new ApiError('TEMPORAL.UNAVAILABLE');
    case 'not-running':
      return resultOfEnded(database, asked);
  }
}

/** The batch's result where PostgreSQL holds all of it. */
export async function doneBefore(
  database: ApiDependencies['database'],
  { processId, wire }: Pick<Asked, 'processId' | 'wire'>,
): Promise<ExecuteResult | undefined> {
  const done = await database.processCommand.findMany({
    where: { processId, commandId: { in: wire.map(({ id }) => id) } },
  });
  return done.length === wire.length
    ? { seq: Math.max(...done.map(({ seq }) => seq)), duplicate: true }
    : undefined;
}

/** The process has ended: what was done before is answered as done, anything else is refused by the same rules. */
async function resultOfEnded(database: ApiDependencies['database'], asked: Asked): Promise<ExecuteResult> {
  const done = await doneBefore(database, asked);
  if (done) return done;
  const { processId, wire, actor, whenEnded } = asked;
  const endedRefusal = await whenEnded?.();
  if (endedRefusal) throw endedRefusal;
  const now = await readCase(database, processId, ANYBODY);
  const [first] = wire;
  if (now && first && isRuled(first.type) && isEnded(now.state)) {
    const refusal = guard(now.state, first.type, actor);
    if (refusal) throw refusal;
  }
  throw new ApiError('CASE.NOT_STARTED');
}
