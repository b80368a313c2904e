import { toColumns } from '../../activities/commit-statement';
import { CASE_KIND } from '../../activities/processes';
import {
  columnOf,
  NOTIFICATION,
  PROCESS_CLOCK,
  PROCESS_COMMAND,
  PROCESS_EVENT,
  TASK,
} from '../../activities/process-tables';
import type { ClockRegisters } from '../../activities/clock-registers';
import { findAddressees } from '../../activities/projections/addressees';
import { clockRowData } from '../../activities/projections/clocks';
import { addressedRows, recipientsOf } from '../../activities/projections/notifications';
import { ENGINEER_SLOT, slotRow } from '../../activities/projections/slots';
import { taskRows } from '../../activities/projections/tasks';
import { slotsOf } from '../../domain/case/dispatch/appointments';
import { serviceCase } from '../../domain/case/decider';
import { isRegistered, type RegisteredCase } from '../../domain/case/state';
import { REGISTER_ID } from '../../domain/process/command-ids';
import { SYSTEM } from '../../domain/identity/actor';
import { query, transaction, type Database, type Session } from '../../platform/database';
import type { PlayedCase } from './played-case';

const LOCK_TIMEOUT_MS = 60_000;

/** Writes played cases as their commits would have, with their requests, in one transaction. */
export async function writeCases(
  database: Database,
  registers: ClockRegisters,
  cases: readonly PlayedCase[],
): Promise<void> {
  const addressees = await findAddressees(
    database,
    cases.flatMap(({ commits }) => commits.flatMap(({ fold }) => recipientsOf(fold))),
  );
  const tables = new Map<string, object[]>();
  const add = (table: string, rows: readonly object[]): void => {
    tables.set(table, [...(tables.get(table) ?? []), ...rows]);
  };
  for (const played of cases) {
    const { number: processId, state, commits, events, last, updatedAt } = played;
    if (!isRegistered(state)) throw new Error(`${processId} was never registered`);
    const seq = events.length;
    const createdAt = events[0]?.at;
    const head = { id: processId, type: serviceCase.type, seq, state, hash: events.at(-1)?.hash };
    add('process', [{ ...head, ended: last.fold.isEnded, createdAt, updatedAt }]);
    add('process_start', [startRow(state, last.fold.isEnded)]);
    add('request', [requestRow(state)]);
    add(
      PROCESS_EVENT.name,
      events.map((event) => ({ occurredAt: null, traceId: null, ...event, processId })),
    );
    add(
      PROCESS_COMMAND.name,
      played.commands.map(({ id, ...command }) => ({ ...command, processId, commandId: id, digest: null })),
    );
    add(
      PROCESS_CLOCK.name,
      last.clocks.rows.map((row) => clockRowData(processId, seq, row)),
    );
    add(TASK.name, taskRows(processId, seq, last.fold.tasks, last.clocks.rows));
    add(
      ENGINEER_SLOT,
      slotsOf(state).map((slot) => slotColumns(slotRow(processId, slot))),
    );
    const image = { processId, seq, at: updatedAt, state, clocks: last.clocks.rows };
    for (const { table, rows } of CASE_KIND.rows(image, serviceCase.initial)) add(table.name, rows);
    for (const { fold, clocks } of commits)
      add(NOTIFICATION.name, addressedRows(addressees, registers, processId, fold, clocks.rows).map(kept));
  }
  await transaction(database, LOCK_TIMEOUT_MS, async (session) => {
    for (const [table, rows] of tables) await insert(session, table, rows);
  });
}

/** Its columns are not its fields' names in snake case. */
const slotColumns = ({ from, to, ...slot }: ReturnType<typeof slotRow>) => ({
  ...slot,
  fromAt: from,
  toAt: to,
});

/** A message of the past: it is read in its case, and is not sent any more. */
const kept = (row: { readonly createdAt: Date | string }) => ({
  ...row,
  state: 'kept',
  attempts: 0,
  readAt: row.createdAt,
  settledAt: row.createdAt,
});

/** The workflow of a case that is open is started by the sweeper, and takes in what is on record of it. */
function startRow({ registration }: RegisteredCase, isEnded: boolean) {
  const { caseNumber: processId, receivedAt } = registration;
  const first = { id: REGISTER_ID, type: 'register', data: registration, actor: SYSTEM };
  return {
    processId,
    type: serviceCase.type,
    start: { processId, first },
    registeredAt: receivedAt,
    startedAt: isEnded ? receivedAt : null,
  };
}

function requestRow({ registration }: RegisteredCase) {
  const {
    caseNumber,
    requestNumber: number,
    receivedAt,
    channel,
    sender,
    subject,
    text,
    language,
  } = registration;
  return {
    number,
    receivedAt,
    channel,
    senderKind: sender.kind,
    senderName: sender.name,
    senderPhone: sender.phone ?? null,
    subject,
    text,
    language,
    unitSerial: registration.unit?.serial ?? null,
    idempotencyKey: `seed ${caseNumber}`,
    registeredAt: receivedAt,
    bodyHash: '',
    registeredBy: SYSTEM.id,
    caseNumber,
    customerId: registration.customer?.id ?? null,
    unitId: registration.unit?.id ?? null,
    regionId: registration.regionId ?? null,
    openCases: [],
  };
}

async function insert(session: Session, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map(columnOf).join(', ');
  await query(
    session,
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(rows.map(toColumns))],
  );
}
