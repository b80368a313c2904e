import type { Database } from '../../platform/database';
import { CommittedCase } from './committed-case';

/** One for each case: all of them are appointed for the same hours. */
const engineerOf = (caseNumber: string) =>
  ({
    id: `engineer-of-${caseNumber}`,
    name: '工程师',
    outletId: 'east',
    regionId: 'east',
    serviceLevel: 'A',
  }) as const;

/**
 * An open case with every kind of row, by events: 1 CaseRegistered, 2 ClockStarted, 3 RequestAnswered, 4 ClockMet, 5 CaseClassified,
 * 6 ClockStarted, 7 PriorityChanged, 8 ClockFactsChanged, then one batch of two commands: 9 NoteAdded, 10 NoteAdded.
 */
export async function openCase(database: Database, id: string): Promise<CommittedCase> {
  const it = await classifiedCase(database, id);
  await it.give({ type: 'changePriority', data: { priority: 'high', reason: 'production stands still' } });
  return it.give(
    { type: 'addNote', data: { text: 'called' } },
    { type: 'addNote', data: { text: 'called again' } },
  );
}

export async function answeredCase(database: Database, id: string): Promise<CommittedCase> {
  const it = await CommittedCase.registered(database, id);
  return it.give({ type: 'answer', data: { text: 'We are on it' } });
}

async function classifiedCase(database: Database, id: string): Promise<CommittedCase> {
  const it = await answeredCase(database, id);
  return it.give({
    type: 'classify',
    data: { requestType: 'repair', priority: 'normal', symptom: '不启动' },
  });
}

async function dispatchedCase(database: Database, id: string): Promise<CommittedCase> {
  const it = await classifiedCase(database, id);
  return it.give({
    type: 'dispatch',
    data: {
      engineer: engineerOf(id),
      appointment: { from: '2026-03-03T01:00:00.000Z', to: '2026-03-03T03:00:00.000Z' },
      parts: [{ partNumber: 'FILTER-1', quantity: 1 }],
    },
  });
}

export async function closedCase(database: Database, id: string): Promise<CommittedCase> {
  const it = await classifiedCase(database, id);
  await it.give({ type: 'resolveRemotely', data: { resolution: 'A fuse had blown' } });
  await it.give({ type: 'recordSurvey', data: { productScore: 4, serviceScore: 5 } });
  await it.give({ type: 'recordRevisit', data: { outcome: 'satisfied', note: '' } });
  return it.give({ type: 'close', data: {} });
}

/** Cases at every turn of their lives. */
export async function manyCases(database: Database, prefix: string): Promise<void> {
  await CommittedCase.registered(database, `${prefix}-registered`);
  const stranger = {
    sender: { kind: 'dealer', name: '李', email: 'li@example.test' },
    openCases: ['AS-1'],
  } as const;
  const escalated = await CommittedCase.registered(database, `${prefix}-escalated`, stranger);
  await escalated.give({ type: 'escalateQuestion', data: { question: 'Which oil?' } });
  await openCase(database, `${prefix}-open`);
  const paused = await dispatchedCase(database, `${prefix}-paused`);
  await paused.give({ type: 'pause', data: { reason: 'customer away' } });
  await paused.give({ type: 'resume', data: {} });
  await paused.give({ type: 'pause', data: { reason: 'customer away again' } });
  const breached = await CommittedCase.registered(database, `${prefix}-breached`);
  const dueAt = '2026-03-03T00:30:00.000Z';
  const step = { key: 'breach', kind: 'breach', at: Date.parse(dueAt), dueAt } as const;
  const elapse = { type: 'elapseClock', data: { clock: 'answer', step } } as const;
  await breached.give({ ...elapse, id: '', actor: { kind: 'system', id: '' } });
  // The same step once more has no events, and yet its command has a row.
  await breached.give({ ...elapse, id: '', actor: { kind: 'system', id: '' } });
  const cancelled = await dispatchedCase(database, `${prefix}-cancelled`);
  await cancelled.give({ type: 'cancel', data: { reason: 'customer mended it' } });
  await closedCase(database, `${prefix}-closed`);
}
