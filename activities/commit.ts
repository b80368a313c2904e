import { DomainError } from '../domain/errors';
import type { Commit, CommitRequest, CommitResult } from '../domain/process/commit';
import type { Recorded } from '../domain/process/decider';
import { transaction, type Database } from '../platform/database';
import type { Logger } from '../platform/logger';
import { ClockRegisterCache, type ClockRegisters } from './clock-registers';
import { refusalAsJson, refusalOfDatabase, refusingFaults } from './commit-refusal';
import { CommitReader, type Found, type Head, type ReadModelRows } from './commit-read';
import { isDoneBefore, writeCommit } from './commit-statement';
import { recordedOf } from './event-row';
import { chainHash, genesis } from './hash-chain';
import type { Fold, ProcessKind, ProcessKinds } from './process-kind';
import {
  NOTIFICATION,
  PROCESS_CLOCK,
  PROCESS_COMMAND,
  PROCESS_EVENT,
  TASK,
  type Table,
  type TableRows,
} from './process-tables';
import { clockRowData, computeClocks, type ClockBook } from './projections/clocks';
import { notificationRows } from './projections/notifications';
import { taskRows } from './projections/tasks';

export interface CommitDependencies {
  readonly database: Database;
  readonly kinds: ProcessKinds;
  readonly logger: Logger;
}

/**
 * The one way into PostgreSQL (design decisions 2 and 3): events, fold, read model, tasks, outbox and next deadlines in one read and one
 * write (ADR 30). Safe to repeat: what is there already is given back and nothing is written.
 */
export function createCommit({ database, kinds, logger }: CommitDependencies): Commit {
  const registers = new ClockRegisterCache(database);
  const known = { database, registers, reader: new CommitReader(database, registers), logger };
  return async (request) => {
    const kind = kinds.get(request.processType);
    if (!kind) throw new Error(`There is no process type ${request.processType}`);
    let result: CommitResult | undefined;
    // Another commit of the process may be first: then all is read and judged again.
    while (!result) result = await attempt(known, kind, request).catch(refusedIn(request, logger));
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

/** Thrown inside the transaction, so that all of it is taken back. What PostgreSQL may yet take is thrown on, and tried again. */
const refusedIn =
  (request: CommitRequest, logger: Logger) =>
  (error: unknown): CommitResult => {
    if (error instanceof DomainError) return { kind: 'refused', refusal: refusalAsJson(error) };
    const refusal = refusalOfDatabase(error, request);
    if (!refusal) throw error;
    logger.error({ processId: request.processId, err: error, code: refusal.code }, 'commit refused for good');
    return { kind: 'refused', refusal: refusalAsJson(refusal) };
  };

interface Known {
  readonly database: Database;
  readonly registers: ClockRegisterCache;
  readonly reader: CommitReader;
  readonly logger: Logger;
}

/** Undefined where it is to be judged once more, by what is read then: another commit was first, or what was remembered refuses. */
async function attempt(
  known: Known,
  kind: ProcessKind,
  request: CommitRequest,
): Promise<CommitResult | undefined> {
  const found = await known.reader.find(request);
  try {
    return await attemptOn(found, known, kind, request);
  } catch (error) {
    if (found.isRemembered && error instanceof DomainError) return undefined;
    throw error;
  }
}

async function attemptOn(
  found: Found,
  { database, registers: cache, reader, logger }: Known,
  kind: ProcessKind,
  request: CommitRequest,
): Promise<CommitResult | undefined> {
  const { processId, fromSeq, now } = request;
  const computed = <T>(compute: () => T): T =>
    refusingFaults(compute, (err) =>
      logger.error({ processId, err }, 'command refused: its result cannot be computed'),
    );
  const { head, repeated } = found;
  const registers = await cache.at(found.registersVersion);
  const [seq, state] = [head?.seq ?? 0, head?.state ?? kind.initial];
  const deadlinesAfter = (events: readonly Recorded[]) =>
    computed(() => computeClocks(registers, kind.fold(state, events).clocks, now).deadlines);
  if (seq >= fromSeq) {
    const rows = await database.processEvent.findMany({
      where: { processId, seq: { gte: fromSeq, lte: seq } },
      orderBy: { seq: 'asc' },
      take: ADOPTED_AT_ONCE,
    });
    return {
      kind: 'superseded',
      events: withinOneResult(rows.map(recordedOf)),
      deadlines: deadlinesAfter([]),
    };
  }
  if (seq < fromSeq - 1)
    throw new Error(
      `${processId}: PostgreSQL is at event ${seq}, the workflow at ${fromSeq - 1}: events are missing`,
    );
  if (repeated.length > 0) return { kind: 'duplicate', commandIds: repeated, deadlines: deadlinesAfter([]) };
  const fold = computed(() => kind.fold(state, request.events));
  const clocks = computed(() => computeClocks(registers, fold.clocks, now));
  const judged = { found, before: state, fold, clocks, registers, computed };
  const left = await write(database, kind, request, judged).catch((error: unknown) => {
    if (isDoneBefore(error)) return undefined;
    throw error;
  });
  if (!left) return undefined;
  reader.remember(processId, { ...left, registersVersion: found.registersVersion });
  return { kind: 'committed', deadlines: clocks.deadlines };
}

/** A workflow that has all to learn asks again until it has it: a result is a payload, of 2 MB at most. */
const ADOPTED_AT_ONCE = 300;
const ADOPTED_LENGTH = 1_000_000;

function withinOneResult(events: readonly Recorded[]): readonly Recorded[] {
  let length = 0;
  const tooMany = events.findIndex((event) => (length += JSON.stringify(event).length) > ADOPTED_LENGTH);
  return tooMany < 0 ? events : events.slice(0, Math.max(1, tooMany));
}

/** Input that a commit read, and the result computed from it. */
interface Judged {
  readonly found: Found;
  readonly before: unknown;
  readonly fold: Fold;
  readonly clocks: ClockBook;
  readonly registers: ClockRegisters;
  /** Runs what only computes: its faults are refusals. */
  readonly computed: <T>(compute: () => T) => T;
}

/** Another that claims the same engineer's time holds its lock for as long as its own commit takes. */
const LOCK_TIMEOUT_MS = 15_000;

/** @returns head and read model as they were left; undefined where another commit was first. @throws {DomainError} where another process holds what this one claims. */
async function write(
  database: Database,
  kind: ProcessKind,
  request: CommitRequest,
  { found, before, fold, clocks, registers, computed }: Judged,
): Promise<{ readonly head: Head; readonly rows: ReadModelRows } | undefined> {
  const { head, isRemembered, registersVersion } = found;
  const { processId, events, commands } = request;
  const at = new Date(request.now);
  const seq = events.at(-1)?.seq ?? head?.seq ?? 0;
  // A mere refresh of the deadlines is no news of the process.
  const updatedAt = events.length > 0 ? at : (head?.updatedAt ?? at);
  const image = { processId, seq, at: updatedAt.toISOString(), state: fold.state, clocks: clocks.rows };
  const { rows, hash } = chain(request, head?.hash ?? genesis(processId));
  const { readModel, own } = computed(() => ({
    readModel: new Map<string, readonly object[]>([
      [PROCESS_CLOCK.name, clocks.rows.map((row) => clockRowData(processId, seq, row))],
      [TASK.name, taskRows(processId, seq, fold.tasks, clocks.rows)],
    ]),
    own: kind.rows(image, before),
  }));
  const imageOf = (table: Table): TableRows => ({
    table,
    rows: readModel.get(table.name) ?? [],
    before: found.rows?.get(table.name),
  });
  const tables = [
    { table: PROCESS_EVENT, rows },
    {
      table: PROCESS_COMMAND,
      rows: commands.map(({ id, digest }) => ({ processId, commandId: id, seq, digest: digest ?? null, at })),
    },
    imageOf(PROCESS_CLOCK),
    imageOf(TASK),
    { table: NOTIFICATION, rows: await notificationRows(database, registers, processId, fold, clocks.rows) },
    ...own,
  ];
  const { type } = kind;
  const next = { seq, state: fold.state, hash, updatedAt };
  const row = { ...next, id: processId, type, ended: fold.isEnded, createdAt: at };
  const expected = isRemembered ? registersVersion : undefined;
  const change = { processId, found: head, registersVersion: expected, left: row };
  const left = { head: next, rows: readModel };
  const claims = computed(() => kind.claims(image, before));
  if (!claims) return (await writeCommit(database, change, tables)) ? left : undefined;
  return transaction(database, LOCK_TIMEOUT_MS, async (session) => {
    // The head first: what an attempt before this one claimed for the same process is no other's.
    if (!(await writeCommit(session, change, tables))) return undefined;
    await claims(session);
    return left;
  });
}

/** Gives the hash of the last event too. */
function chain({ processId, events, traceId }: CommitRequest, headHash: string) {
  let hash = headHash;
  const rows = events.map((event: Recorded) => {
    const prevHash = hash;
    hash = chainHash(prevHash, event);
    const { seq, type, data, actor, commandId, at, occurredAt = null } = event;
    return {
      processId,
      seq,
      type,
      data,
      actor,
      commandId,
      at,
      occurredAt,
      traceId: traceId ?? null,
      prevHash,
      hash,
    };
  });
  return { rows, hash };
}
