import type { Static } from '@sinclair/typebox';
import type { Database } from '../../../platform/database';
import type { CommandResult } from '../../../api/case-commands/result-schema';
import type { NewRequest, RegisteredRequest } from '../../../api/requests/schema';
import { ANSWER, aRequest, CLASSIFY, command, dispatchTo, REPAIR, REPORT } from '../../support/requests';
import { eventually, newKey } from '../../support/system';
import type { Call, Caller } from './caller';

export { ANSWER, aRequest, CLASSIFY, command, dispatchTo, eventually, newKey, REPAIR, REPORT };

export type Registered = Static<typeof RegisteredRequest>;
export type Done = Static<typeof CommandResult>;

/** A clerk of the centre, and an engineer of one of its outlets, of the sample company. */
export const CLERK = 'lu.xinran';
export const ENGINEER = { login: 'li.wei', id: 'stf-027' } as const;
export const ARRIVE = { type: 'arrive', data: {} } as const;
export const PARTS = [{ partNumber: 'SP-11075', quantity: 1 }];

export const intake = (key: string, changes: Partial<NewRequest> = {}): Call => ({
  method: 'POST',
  path: '/v1/requests',
  body: aRequest(changes),
  headers: { 'idempotency-key': key },
});

export const batch = (caseNumber: string, ...commands: readonly object[]): Call => ({
  method: 'POST',
  path: `/v1/cases/${caseNumber}/commands`,
  body: { commands },
});

export const note = (id: string): object => command({ type: 'addNote', data: { text: `note ${id}` } }, id);

/** Registers a request. @throws {Error} where it is not taken in. */
export async function openCase(by: Caller): Promise<string> {
  const { status, body } = await by.untilAnswered<Registered>(intake(newKey()));
  if (status !== 201 && status !== 202) throw new Error(`Intake: ${status} ${JSON.stringify(body)}`);
  return body.caseNumber;
}

type Given = Parameters<typeof command>[0];

/** Gives commands, under ids of their own. @throws {Error} where they are refused. */
export async function give(by: Caller, caseNumber: string, ...given: readonly Given[]): Promise<Done> {
  const { status, body } = await by.untilAnswered<Done>(
    batch(caseNumber, ...given.map((one) => command(one))),
  );
  if (status !== 200) throw new Error(`${caseNumber}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** How often each event has been recorded of a process. */
export async function eventCounts(database: Database, processId: string): Promise<Record<string, number>> {
  const rows = await database.processEvent.groupBy({
    by: ['type'],
    where: { processId },
    _count: true,
  });
  return Object.fromEntries(rows.map(({ type, _count: count }) => [type, count]));
}

/** Ids of the notes of a case, in the order in which they were recorded. */
export async function notesOf(database: Database, processId: string): Promise<string[]> {
  const rows = await database.processEvent.findMany({
    where: { processId, type: 'NoteAdded' },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ commandId }) => commandId);
}
