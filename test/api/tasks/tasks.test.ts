import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TaskView } from '../../../api/tasks/schema';
import type { TestApi } from '../../support/api';
import { aCase, type CaseBuilder } from '../../support/cases';
import { companyApi, reader, type Page, type Reader } from '../../support/reading';

describe('GET /v1/tasks', () => {
  let api: TestApi;
  let clerk: Reader;
  let engineer: Reader;
  let colleague: Reader;
  let manager: Reader;
  let southerner: Reader;
  let unanswered: CaseBuilder;
  let classified: CaseBuilder;
  let dispatched: CaseBuilder;
  let paused: CaseBuilder;

  beforeAll(async () => {
    api = await companyApi();
    const { app, database } = api;
    unanswered = await aCase(database).receivedAt('2026-11-16T03:00:00.000Z').of('cus-0001').commit();
    classified = await aCase(database)
      .receivedAt('2026-11-16T01:00:00.000Z')
      .of('cus-0002')
      .answered()
      .classified()
      .commit();
    dispatched = await aCase(database)
      .receivedAt('2026-11-16T02:00:00.000Z')
      .of('cus-0001')
      .answered()
      .classified()
      .dispatched()
      .commit();
    paused = await aCase(database)
      .receivedAt('2026-11-16T04:00:00.000Z')
      .of('cus-0001')
      .answered()
      .classified()
      .paused()
      .commit();
    clerk = await reader(app, 'lu.xinran');
    engineer = await reader(app, 'li.wei');
    colleague = await reader(app, 'xu.zhengyang');
    manager = await reader(app, 'zhou.huaijin');
    southerner = await reader(app, 'huang.yongqi');
  });
  afterAll(() => api.close());

  const tasks = async (who: Reader, query = ''): Promise<string[]> => {
    const { status, body } = await who.get<Page<TaskView>>(`/v1/tasks?${query}`);
    expect({ status, query }).toEqual({ status: 200, query });
    return body.items.map((task) => `${task.kind} ${task.case?.number}`);
  };

  it('are those of my roles in my organisation; what is due first comes first, what has no date last', async () => {
    expect(await tasks(clerk)).toEqual([
      `answer-request ${unanswered.number}`,
      `dispatch ${classified.number}`,
      `resume ${paused.number}`,
    ]);
    expect(await tasks(southerner)).toEqual([]);
  });

  it('are those given to me by name, not to a colleague', async () => {
    expect(await tasks(engineer)).toEqual([`arrive ${dispatched.number}`]);
    expect(await tasks(colleague)).toEqual([]);
  });

  it('are those of a colleague of my role who works here no more', async () => {
    const leaver = { where: { id: 'stf-027' } };
    await api.database.staff.update({ ...leaver, data: { active: false } });
    expect(await tasks(colleague)).toEqual([`arrive ${dispatched.number}`]);
    const mine = await colleague.get<Page<{ number: string }>>('/v1/cases?mine=true');
    expect(mine.body.items.map(({ number }) => number)).toEqual([dispatched.number]);
    expect(await tasks(southerner)).toEqual([]);
    await api.database.staff.update({ ...leaver, data: { active: true } });
    expect(await tasks(colleague)).toEqual([]);
  });

  it('are all that I see where I ask for them', async () => {
    expect((await tasks(manager, 'scope=all')).length).toBe(4);
    expect((await tasks(clerk, 'scope=all')).length).toBe(4);
    expect(await tasks(colleague, 'scope=all')).toEqual([`arrive ${dispatched.number}`]);
    expect(await tasks(southerner, 'scope=all')).toEqual([]);
    expect(await tasks(manager)).toEqual([]);
  });

  it('are narrowed by kind and role', async () => {
    expect(await tasks(manager, 'scope=all&kind=arrive')).toEqual([`arrive ${dispatched.number}`]);
    expect(await tasks(manager, 'scope=all&role=repair-engineer')).toEqual([`arrive ${dispatched.number}`]);
  });

  it('tell what is due when, and of which case', async () => {
    const { body } = await engineer.get<Page<TaskView>>('/v1/tasks');
    expect(body.items).toEqual([
      {
        key: 'arrive',
        kind: 'arrive',
        role: 'repair-engineer',
        organisationId: 'sh-pudong',
        staffId: 'stf-027',
        clock: 'arrival',
        dueAt: '2026-11-16T05:30:00.000Z',
        openedAt: '2026-11-16T02:30:00.000Z',
        params: expect.any(Object),
        case: {
          number: dispatched.number,
          subject: '空压机漏油',
          stage: 'dispatched',
          requestType: 'repair',
          priority: 'normal',
          paused: false,
          customerName: '上海澜汀食品有限公司',
        },
        partsOrder: null,
      },
    ]);
  });

  it('come in pages, each once', async () => {
    const whole = (await manager.all<TaskView>('/v1/tasks?scope=all&limit=100')).flat();
    const pages = await manager.all<TaskView>('/v1/tasks?scope=all&limit=1');
    expect(pages.map((page) => page.length)).toEqual([1, 1, 1, 1]);
    expect(pages.flat()).toEqual(whole);
  });

  it('refuse the cursor of somebody else', async () => {
    const { body } = await clerk.get<Page<TaskView>>('/v1/tasks?limit=1');
    const answer = await engineer.get(`/v1/tasks?limit=1&cursor=${body.nextCursor ?? ''}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'REQUEST.INVALID' } });
  });
});
