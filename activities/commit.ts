import { DomainError } from '../domain/errors';
import type { Commit, CommitRequest, CommitResult } from '../domain/process/commit';
import type { Recorded } from '../domain/process/decider';
import type { Database, Transaction } from '../platform/database';
import { toJson } from '../platform/json-column';
import type { Logger } from '../platform/logger';
import { recordedOf } from './event-row';
import { chainHash, genesis } from './hash-chain';
import type { Fold, ProcessKind, ProcessKinds } from './process-kind';
import { clockRowData, reckonClocks, type ClockBook } from './projections/clocks';
import { projectNotifications } from './projections/notifications';
import { projectTasks, taskRows } from './projections/tasks';

/** The channel on which PostgreSQL tells listeners that a process has new events. */
export const EVENTS_CHANNEL = 'aftercare_events';

export interface CommitDependencies {
  readonly database: Database;
  readonly kinds: ProcessKinds;
  readonly logger: Logger;
}

/**
 * The one way into PostgreSQL (design decisions 2 and 3): events, fold, read model, tasks, outbox and next deadlines in one
 * transaction. Safe to repeat: what is there already is given back and nothing is written.
 */
export function createCommit({ database, kinds, logger }: CommitDependencies): Commit {
  return async (request) => {
    const kind = kinds.get(request.processType);
    if (!kind) throw new Error(`No process type is called ${request.processType}`);
    const result = await database
      .$transaction((tx) => commitIn(tx, kind, request), { maxWait: 10_000, timeout: 15_000 })
      .catch(refusedIn);
    const { processId, fromSeq, commands, traceId, events } = request;
    logger.info(
      {
        processId,
        commandIds: commands.map(({ id }) => id),
        traceId,
        fromSeq,
        result: result.kind,
        events: events.map(({ type }) => type),
      },
      'commit',
    );
    return result;
  };
}

/** Thrown inside the transaction, so that all of it is taken back. */
function refusedIn(error: unknown): CommitResult {
  if (!(error instanceof DomainError)) throw error;
  const { code, params, field } = error;
  return { kind: 'refused', refusal: { code, params, ...(field !== undefined && { field }) } };
}

async function commitIn(tx: Transaction, kind: ProcessKind, request: CommitRequest): Promise<CommitResult> {
  const head = await lockHead(tx, kind, request);
  if (head.seq >= request.fromSeq) {
    const rows = await tx.processEvent.findMany({
      where: { processId: request.processId, seq: { gte: request.fromSeq } },
      orderBy: { seq: 'asc' },
    });
    const { deadlines } = await reckonClocks(tx, kind.fold(head.state, []).clocks, request.now);
    return { kind: 'superseded', events: rows.map(recordedOf), deadlines };
  }
  if (head.seq < request.fromSeq - 1)
    throw new Error(
      `${request.processId}: PostgreSQL is at event ${head.seq}, the workflow at ${request.fromSeq - 1}: events are missing`,
    );
  const repeated = await tx.processCommand.findMany({
    where: { processId: request.processId, commandId: { in: request.commands.map(({ id }) => id) } },
    select: { commandId: true },
  });
  const fold = kind.fold(head.state, repeated.length > 0 ? [] : request.events);
  const clocks = await reckonClocks(tx, fold.clocks, request.now);
  if (repeated.length > 0)
    return {
      kind: 'duplicate',
      commandIds: repeated.map(({ commandId }) => commandId),
      deadlines: clocks.deadlines,
    };
  await write(tx, kind, request, { head, fold, clocks });
  return { kind: 'committed', deadlines: clocks.deadlines };
}

interface Head {
  readonly seq: number;
  readonly state: unknown;
  readonly hash: string;
  readonly updatedAt: Date;
}

/** Locks the process's row, so that two attempts at one commit follow one another; makes it where it is the first. */
async function lockHead(
  tx: Transaction,
  kind: ProcessKind,
  { processId, now }: CommitRequest,
): Promise<Head> {
  const at = new Date(now);
  const none = {
    id: processId,
    type: kind.type,
    seq: 0,
    state: toJson(kind.initial),
    hash: genesis(processId),
    createdAt: at,
    updatedAt: at,
  };
  await tx.process.createMany({ data: [none], skipDuplicates: true });
  const [head] = await tx.$queryRaw<
    Head[]
  >`SELECT seq, state, hash, updated_at AS "updatedAt" FROM process WHERE id = ${processId} FOR UPDATE`;
  if (!head) throw new Error(`${processId} has no row`);
  return head;
}

async function write(
  tx: Transaction,
  kind: ProcessKind,
  request: CommitRequest,
  { head, fold, clocks }: { readonly head: Head; readonly fold: Fold; readonly clocks: ClockBook },
): Promise<void> {
  const { processId, events, commands, now } = request;
  const seq = events.at(-1)?.seq ?? head.seq;
  // A mere refresh of the deadlines is no news of the process.
  const updatedAt = events.length > 0 ? new Date(now) : head.updatedAt;
  const hash = await appendEvents(tx, request, head.hash);
  if (commands.length > 0)
    await tx.processCommand.createMany({
      data: commands.map(({ id, digest }) => ({
        processId,
        commandId: id,
        seq,
        digest: digest ?? null,
        at: new Date(now),
      })),
    });
  await tx.process.update({
    where: { id: processId },
    data: { seq, state: toJson(fold.state), hash, ended: fold.isEnded, updatedAt },
  });
  await tx.processClock.deleteMany({ where: { processId } });
  if (clocks.rows.length > 0)
    await tx.processClock.createMany({ data: clocks.rows.map((row) => clockRowData(processId, seq, row)) });
  await projectTasks(tx, processId, taskRows(processId, seq, fold.tasks, clocks.rows));
  await projectNotifications(tx, processId, fold);
  await kind.project(
    tx,
    { processId, seq, at: updatedAt.toISOString(), state: fold.state, clocks: clocks.rows },
    head.state,
  );
  await tx.$executeRaw`SELECT pg_notify(${EVENTS_CHANNEL}, ${processId})`;
}

/** Gives the hash of the last event. */
async function appendEvents(
  tx: Transaction,
  { processId, events, traceId }: CommitRequest,
  headHash: string,
): Promise<string> {
  let hash = headHash;
  const data = events.map((event: Recorded) => {
    const prevHash = hash;
    hash = chainHash(prevHash, event);
    return {
      processId,
      seq: event.seq,
      type: event.type,
      data: toJson(event.data),
      actor: toJson(event.actor),
      commandId: event.commandId,
      at: new Date(event.at),
      occurredAt: event.occurredAt === undefined ? null : new Date(event.occurredAt),
      traceId: traceId ?? null,
      prevHash,
      hash,
    };
  });
  if (data.length > 0) await tx.processEvent.createMany({ data });
  return hash;
}
