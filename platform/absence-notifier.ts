import { SYSTEM } from '../domain/identity/actor';
import { withdrawnId } from '../domain/process/command-ids';
import type { Database } from './database';
import type { Logger } from './logger';
import type { ProcessClient } from './process-client';
import { refusalIn } from './refusal-note';

const BATCH = 100;

export interface AbsenceNotifier {
  readonly database: Database;
  readonly processes: ProcessClient;
  readonly logger: Logger;
}

interface Touched {
  readonly processId: string;
  readonly absenceId: string;
  readonly engineerId: string;
  readonly from: Date;
  readonly to: Date;
}

/**
 * Notifies every case of absences of its engineer that it does not know yet: begun or withdrawn. The tables
 * alone show which notices are missing, so a restart after a crash sends the rest and repeats none. Returns
 * the number sent.
 */
export async function notifyOfAbsences(dependencies: AbsenceNotifier): Promise<number> {
  const touched = await pending(dependencies.database);
  const withdrawn = await stale(dependencies.database);
  let notified = 0;
  for (const { processId, absenceId, engineerId, from, to } of touched) {
    const data = { id: absenceId, engineerId, from: from.toISOString(), to: to.toISOString() };
    if (await tell(dependencies, processId, { id: absenceId, type: 'recordAbsence', data })) notified += 1;
  }
  for (const { processId, absenceId } of withdrawn) {
    const command = { id: withdrawnId(absenceId), type: 'recordAbsenceWithdrawn', data: { absenceId } };
    if (await tell(dependencies, processId, command)) notified += 1;
  }
  return notified;
}

async function tell(
  { processes, logger }: AbsenceNotifier,
  processId: string,
  command: { readonly id: string; readonly type: string; readonly data: object },
): Promise<boolean> {
  const answer = await processes.execute(processId, { commands: [{ ...command, actor: SYSTEM }] });
  if (answer.kind === 'done') return true;
  const line = { processId, command: command.type, answer: answer.kind };
  logger.warn({ ...line, ...refusalIn(answer) }, 'case not yet notified of an absence');
  return false;
}

/** Visits booked in an absence whose case has no task for it. Somebody who is there already is not absent. */
const pending = (database: Database): Promise<Touched[]> => database.$queryRaw<Touched[]>`
  SELECT visit.process_id AS "processId", absence.id AS "absenceId", absence.engineer_id AS "engineerId",
    absence.from_at AS "from", absence.to_at AS "to"
  FROM engineer_slot AS absence
    JOIN engineer_slot AS visit ON visit.engineer_id = absence.engineer_id AND visit.kind = 'visit'
      AND visit.from_at < absence.to_at AND visit.to_at > absence.from_at
    JOIN service_case ON service_case.process_id = visit.process_id AND service_case.stage = 'dispatched'
  WHERE absence.kind = 'absence' AND NOT EXISTS
    (SELECT 1 FROM task WHERE task.process_id = visit.process_id AND task.key = 'reassign:' || absence.id)
  ORDER BY absence.from_at, visit.process_id LIMIT ${BATCH}`;

/** Tasks of absences that there are not any more. */
const stale = (database: Database): Promise<Pick<Touched, 'processId' | 'absenceId'>[]> => database.$queryRaw<
  Pick<Touched, 'processId' | 'absenceId'>[]
>`
  SELECT task.process_id AS "processId", task.params ->> 'absenceId' AS "absenceId"
  FROM task WHERE task.kind = 'reassign' AND NOT EXISTS
    (SELECT 1 FROM engineer_slot WHERE engineer_slot.id = task.params ->> 'absenceId')
  LIMIT ${BATCH}`;
