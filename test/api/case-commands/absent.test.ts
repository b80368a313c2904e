import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { notifyOfAbsences } from '../../../platform/absence-notifier';
import type { AbsenceView } from '../../../api/dispatch/absence-schema';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { TaskView } from '../../../api/tasks/schema';
import type { Page, Reader } from '../../support/reading';
import { ANSWER, CLASSIFY, dispatchTo, done, LANTING, registered } from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';

const ENGINEER_ID = 'stf-027';
const URL = `/v1/staff/${ENGINEER_ID}/absences`;

describe('R12: an engineer who was sent is absent', () => {
  let system: TestSystem;
  let clerk: Reader;
  let director: Reader;
  let number: string;

  beforeAll(async () => {
    system = await startSystem();
    [clerk, director] = [await system.as('lu.xinran'), await system.as('gu.chengan')];
    number = (await registered(clerk, { unitSerial: LANTING.unitSerial })).caseNumber;
    await done(clerk, number, ANSWER, CLASSIFY, dispatchTo(ENGINEER_ID));
  });
  afterAll(() => system.close());

  const detail = async (): Promise<CaseDetail> => (await clerk.get<CaseDetail>(`/v1/cases/${number}`)).body;
  const toReassign = async () => (await detail()).tasks.filter(({ kind }) => kind === 'reassign');
  const absent = async (): Promise<string> => {
    const { from, to } = (await detail()).dispatch?.appointment ?? { from: '', to: '' };
    const { body } = await director.send<AbsenceView>('POST', URL, {}, { from, to, reason: '病假' });
    return body.id;
  };
  const back = (id: string) =>
    system.app.inject({
      method: 'DELETE',
      url: `${URL}/${id}`,
      headers: { authorization: `Bearer ${director.token}` },
    });

  it('each case is told, once, and the desk has a task for it; the promise to the customer stands (R4)', async () => {
    const before = await detail();
    const id = await absent();
    expect(await notifyOfAbsences(system)).toBe(1);
    expect(await notifyOfAbsences(system)).toBe(0);
    expect(await toReassign()).toMatchObject([
      { key: `reassign:${id}`, role: 'enquiry-clerk', organisationId: 'east', clock: 'arrival' },
    ]);
    const mine = await clerk.get<Page<TaskView>>('/v1/tasks?limit=100');
    expect(mine.body.items.filter(({ kind }) => kind === 'reassign')).toHaveLength(1);
    const after = await detail();
    expect(after.dispatch).toEqual(before.dispatch);
    expect(after.clocks.find(({ name }) => name === 'arrival')?.dueAt).toBe(
      before.clocks.find(({ name }) => name === 'arrival')?.dueAt,
    );
    await back(id);
  });

  it('withdrawn, the task is gone; reassigned, too, without the absence being withdrawn', async () => {
    expect(await notifyOfAbsences(system)).toBe(1);
    expect(await toReassign()).toEqual([]);
    await absent();
    expect(await notifyOfAbsences(system)).toBe(1);
    expect(await toReassign()).toHaveLength(1);
    await done(clerk, number, { type: 'reassign', data: { engineerId: 'stf-030', reason: '李巍病假' } });
    expect(await toReassign()).toEqual([]);
    expect(await notifyOfAbsences(system)).toBe(0);
  });
});
