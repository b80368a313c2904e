import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NotificationView } from '../../../api/notifications/schema';
import type { TestApi } from '../../support/api';
import { aCase, type CaseBuilder } from '../../support/cases';
import { companyApi, reader, type Page, type Reader } from '../../support/reading';

type Messages = Page<NotificationView> & { readonly unread: number };

describe('Messages to the caller', () => {
  let api: TestApi;
  let clerk: Reader;
  let engineer: Reader;
  let first: CaseBuilder;
  let second: CaseBuilder;

  beforeAll(async () => {
    api = await companyApi();
    const { app, database } = api;
    first = await aCase(database)
      .receivedAt('2026-11-16T01:00:00.000Z')
      .of('cus-0001')
      .answered()
      .classified()
      .dispatched()
      .commit();
    second = await aCase(database).receivedAt('2026-11-16T05:00:00.000Z').of('cus-0002').commit();
    clerk = await reader(app, 'lu.xinran');
    engineer = await reader(app, 'li.wei');
  });
  afterAll(() => api.close());

  const messages = async (who: Reader, query = ''): Promise<Messages> => {
    const { status, body } = await who.get<Messages>(`/v1/notifications?${query}`);
    expect({ status, query }).toEqual({ status: 200, query });
    return body;
  };

  it('are mine alone, in my language, with the hours of the wall clock', async () => {
    const { items, unread } = await messages(engineer);
    expect(unread).toBe(1);
    expect(items).toEqual([
      {
        id: expect.any(String),
        template: 'work-order',
        title: '派工：空压机漏油',
        text: `李巍，服务单 ${first.number}（空压机漏油）已派给您，请于 2026-11-16 10:30 至 2026-11-16 12:30 之间到达客户现场。`,
        caseNumber: first.number,
        createdAt: '2026-11-16T01:30:00.000Z',
        readAt: null,
      },
    ]);
  });

  it('speak English to whoever reads English', async () => {
    await api.database.staff.update({ where: { id: 'stf-028' }, data: { language: 'en' } });
    const theirs = await api.database.notification.findFirstOrThrow({ where: { staffId: 'stf-027' } });
    const data = { ...theirs, id: 'english:1:0:stf-028', staffId: 'stf-028', params: theirs.params ?? {} };
    await api.database.notification.create({ data });
    const { items } = await messages(await reader(api.app, 'xu.zhengyang'));
    expect(items).toMatchObject([
      {
        title: 'Work order: 空压机漏油',
        text: `李巍, case ${first.number} (空压机漏油) is assigned to you. Please be at the customer site between 2026-11-16 10:30 and 2026-11-16 12:30.`,
      },
    ]);
  });

  it('have those not read yet first, then the latest', async () => {
    const before = await messages(clerk);
    expect(before.items.map(({ template, caseNumber }) => `${template} ${caseNumber ?? ''}`)).toEqual([
      `case-registered ${second.number}`,
      `case-registered ${first.number}`,
    ]);
    const latest = before.items[0]?.id ?? '';
    const read = await clerk.send<NotificationView>('POST', `/v1/notifications/${latest}/read`);
    expect(read).toMatchObject({ status: 200, body: { id: latest, readAt: expect.any(String) } });
    const after = await messages(clerk);
    expect(after.unread).toBe(before.unread - 1);
    expect(after.items.map(({ caseNumber }) => caseNumber)).toEqual([first.number, second.number]);
    expect((await messages(clerk, 'unread=true')).items.map(({ caseNumber }) => caseNumber)).toEqual([
      first.number,
    ]);
    expect((await messages(clerk, 'unread=false')).items.map(({ caseNumber }) => caseNumber)).toEqual([
      second.number,
    ]);
  });

  it('stay as read as they were when that is said again', async () => {
    const id = (await messages(clerk, 'unread=false')).items[0]?.id ?? '';
    const once = await clerk.send<NotificationView>('POST', `/v1/notifications/${id}/read`);
    const twice = await clerk.send<NotificationView>('POST', `/v1/notifications/${id}/read`);
    expect(twice).toMatchObject({ status: 200, body: once.body });
  });

  it('of somebody else do not exist', async () => {
    const [theirs] = (await messages(engineer)).items;
    const answer = await clerk.send('POST', `/v1/notifications/${theirs?.id ?? ''}/read`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'RESOURCE.NOT_FOUND' } });
  });

  it('wait for their hour', async () => {
    const inAnHour = new Date(Date.now() + 3_600_000);
    const waiting = await api.database.notification.create({
      data: {
        id: 'waits:1:0:stf-010',
        processId: first.number,
        template: 'case-closed',
        language: 'zh',
        staffId: 'stf-010',
        params: { caseNumber: first.number, subject: '空压机漏油' },
        createdAt: new Date(),
        notBefore: inAnHour,
      },
    });
    expect((await messages(clerk)).items.map(({ template }) => template)).not.toContain('case-closed');
    expect(await clerk.send('POST', `/v1/notifications/${waiting.id}/read`)).toMatchObject({ status: 404 });
    await api.database.notification.update({ where: { id: waiting.id }, data: { notBefore: new Date() } });
    expect((await messages(clerk)).items.map(({ template }) => template)).toContain('case-closed');
  });

  it('come in pages, each once', async () => {
    const whole = (await clerk.all<NotificationView>('/v1/notifications?limit=100')).flat();
    const pages = await clerk.all<NotificationView>('/v1/notifications?limit=1');
    expect(pages.flat()).toEqual(whole);
    expect(pages.length).toBe(whole.length);
  });

  it('are all read at once, up to when the list was read', async () => {
    const readAll = (who: Reader, body: object) =>
      who.send<{ read: number; unread: number }>('POST', '/v1/notifications/read-all', {}, body);
    const clear = await reader(api.app, 'gu.chengan');
    const staffId = 'stf-009';
    await api.database.notification.deleteMany({ where: { staffId } });
    const theirs = await api.database.notification.findFirstOrThrow({ where: { staffId: 'stf-027' } });
    const at = ['2026-11-16T01:00:00.000Z', '2026-11-16T02:00:00.000Z', '2026-11-16T03:00:00.000Z'];
    await api.database.notification.createMany({
      data: at.map((notBefore, n) => ({
        ...theirs,
        id: `all:${n}:0:${staffId}`,
        staffId,
        readAt: null,
        params: theirs.params ?? {},
        notBefore: new Date(notBefore),
      })),
    });
    const others = await api.database.notification.count({ where: { NOT: { staffId }, readAt: null } });
    expect((await readAll(clear, { upTo: at[1] })).body).toEqual({ read: 2, unread: 1 });
    expect((await readAll(clear, {})).body).toEqual({ read: 1, unread: 0 });
    expect((await readAll(clear, {})).body).toEqual({ read: 0, unread: 0 });
    expect(await api.database.notification.count({ where: { NOT: { staffId }, readAt: null } })).toBe(others);
  });
});
