import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Problem, Reader } from '../../support/reading';
import { ANSWER, command, done, give, registered } from '../../support/requests';
import { verifying } from '../verify/verifying';
import { startSystem, type TestSystem } from '../../support/system';

interface TaskList {
  readonly items: readonly { readonly kind: string; readonly case: { readonly number: string } }[];
}

let system: TestSystem;
let clerk: Reader;
beforeAll(async () => {
  system = await startSystem();
  clerk = await system.as('lu.xinran');
});
afterAll(() => system.close());

const myTasks = async (reader: Reader, number: string) =>
  (await reader.get<TaskList>('/v1/tasks?limit=100')).body.items
    .filter((task) => task.case.number === number)
    .map(({ kind }) => kind);

it('a case handed over to headquarters is that person’s work, and the clerk’s no more', async () => {
  const { caseNumber } = await registered(clerk);
  const manager = await system.as('he.yutong');
  const { id: staffId } = (await manager.get<{ id: string }>('/v1/me')).body;
  const handOver = { type: 'handOver', data: { staffId, reason: '重点客户，由总部跟进' } } as const;
  await done(clerk, caseNumber, ANSWER, handOver);
  expect(await myTasks(clerk, caseNumber)).not.toContain('classify');
  expect(await myTasks(manager, caseNumber)).toContain('classify');
  const messages = await system.database.notification.findMany({
    where: { processId: caseNumber, template: 'case-handed-over' },
  });
  expect(messages).toMatchObject([{ staffId, params: { reason: '重点客户，由总部跟进' } }]);
});

it('nobody is given a case who has no desk: an engineer, or somebody whom the register does not know', async () => {
  const { caseNumber } = await registered(clerk);
  for (const [staffId, refused] of [
    ['stf-029', 'REQUEST.COLLEAGUE_NO_DESK'],
    ['stf-014', 'REQUEST.COLLEAGUE_NO_DESK'],
    ['stf-999', 'REQUEST.REFERENCE_UNKNOWN'],
  ] as const) {
    const { status, body } = await give<Problem>(clerk, caseNumber, [
      command({ type: 'handOver', data: { staffId, reason: '？' } }),
    ]);
    expect({ status, code: body.code, field: body.errors[0]?.field }).toEqual({
      status: 422,
      code: refused,
      field: 'commands.0.data.staffId',
    });
  }
});

it('what is escalated stands in the director’s list until the director has seen to it', async () => {
  const { caseNumber } = await registered(clerk);
  const director = await system.as('gu.chengan');
  await done(clerk, caseNumber, { type: 'escalate', data: { reason: '客户要求主任回电' } });
  expect(await myTasks(director, caseNumber)).toEqual(['escalation']);
  const complete = {
    type: 'completeFollowUp',
    data: { key: 'escalation:centre-director', note: '已回电说明' },
  } as const;
  const early = await give<Problem>(clerk, caseNumber, [command(complete)]);
  expect({ status: early.status, code: early.body.code }).toEqual({
    status: 403,
    code: 'CASE.ESCALATED_ABOVE_YOU',
  });
  await done(director, caseNumber, complete);
  expect(await myTasks(director, caseNumber)).toEqual([]);
});

it('a case given to another region stays readable for the one that took it in, and is that one’s to see to', async () => {
  const { caseNumber, number } = await registered(clerk, { subject: '转交外区的请求' });
  const receiver = await system.as('huang.yongqi');
  const { id: staffId } = (await receiver.get<{ id: string }>('/v1/me')).body;
  await done(clerk, caseNumber, ANSWER, {
    type: 'handOver',
    data: { staffId, reason: '设备已搬至外区' },
  });
  const read = await clerk.get<{ stage: string; allowedCommands: string[] }>(`/v1/cases/${caseNumber}`);
  expect(read).toMatchObject({ status: 200, body: { stage: 'answered', allowedCommands: [] } });
  expect((await clerk.get(`/v1/cases/${caseNumber}/timeline`)).status).toBe(200);
  expect((await clerk.get(`/v1/requests/${number}`)).status).toBe(200);
  const found = await clerk.get<{ items: { number: string }[] }>(
    `/v1/cases?q=${encodeURIComponent('转交外区')}`,
  );
  expect(found.body.items.map((item) => item.number)).toEqual([caseNumber]);
  const listed = await clerk.get<{ items: { number: string }[] }>('/v1/cases?limit=100');
  expect(listed.body.items.map((item) => item.number)).not.toContain(caseNumber);

  const refused = await give<Problem>(clerk, caseNumber, [
    command({ type: 'addNote', data: { text: '？' } }),
  ]);
  expect({ status: refused.status, code: refused.body.code }).toEqual({
    status: 403,
    code: 'CASE.READ_ONLY',
  });
  await done(receiver, caseNumber, { type: 'addNote', data: { text: '已接手' } });
  const stranger = await system.as('han.xueying');
  expect((await stranger.get(`/v1/cases/${caseNumber}`)).status).toBe(404);
  expect((await verifying(system.database)).found).toEqual([]);
});
