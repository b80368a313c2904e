import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { Timeline, TimelineEntry } from '../../../api/cases/timeline-entry-schema';
import type { TestApi } from '../../support/api';
import { aCase, CLERK, type CaseBuilder } from '../../support/cases';
import { companyApi, reader, type Reader } from '../../support/reading';

describe('GET /v1/cases/{number}', () => {
  let api: TestApi;
  let clerk: Reader;
  let engineer: Reader;
  let keeper: Reader;
  let southerner: Reader;
  let onSite: CaseBuilder;

  beforeAll(async () => {
    api = await companyApi();
    const { app, database } = api;
    onSite = await aCase(database)
      .receivedAt('2026-11-16T01:00:00.000Z')
      .of('cus-0001')
      .with({
        sender: { kind: 'customer', name: '邵文娟', phone: '+8615124474580', address: '奉贤区汀浦路 268 号' },
      })
      .answered()
      .classified()
      .dispatched()
      .arrived()
      .commit();
    clerk = await reader(app, 'lu.xinran');
    engineer = await reader(app, 'li.wei');
    keeper = await reader(app, 'wu.dachuan');
    southerner = await reader(app, 'huang.yongqi');
  });
  afterAll(() => api.close());

  const detail = async (who: Reader, it: CaseBuilder): Promise<CaseDetail> => {
    const { status, body } = await who.get<CaseDetail>(`/v1/cases/${it.number}`);
    expect(status).toBe(200);
    return body;
  };

  it('tells what was asked and what has been done', async () => {
    expect(await detail(clerk, onSite)).toMatchObject({
      number: onSite.number,
      version: onSite.seq,
      stage: 'on-site',
      stageSince: '2026-11-16T01:40:00.000Z',
      text: '三号空压机运行时漏油，请尽快派人。',
      language: 'zh',
      sender: {
        kind: 'customer',
        name: '邵文娟',
        phone: '+8615124474580',
        email: null,
        address: '奉贤区汀浦路 268 号',
      },
      customer: { id: 'cus-0001', status: 'active' },
      symptom: '运行时漏油',
      dispatch: {
        engineer: { id: 'stf-027', name: '李巍', outletId: 'sh-pudong', serviceLevel: 'A' },
        appointment: { from: '2026-11-16T02:30:00.000Z', to: '2026-11-16T04:30:00.000Z' },
        parts: [{ partNumber: 'SP-11075', quantity: 1 }],
      },
      repair: null,
      report: null,
      survey: null,
      revisit: null,
      joinedInto: null,
      serial: null,
      unitOffer: null,
      joiningInto: null,
      pausedReason: null,
      followUps: [],
    });
  });

  it('tells each promise, by its names and how it stands', async () => {
    const { clocks } = await detail(clerk, onSite);
    expect(clocks.map(({ name, names, state }) => ({ name, zh: names.zh, state }))).toEqual([
      { name: 'answer', zh: '答复', state: 'met' },
      { name: 'resolution', zh: '解决', state: expect.stringMatching(/running|breached/) },
      { name: 'arrival', zh: '到场', state: 'met' },
    ]);
    expect(clocks.find(({ name }) => name === 'answer')).toMatchObject({
      startedAt: '2026-11-16T01:00:00.000Z',
      dueAt: '2026-11-17T01:00:00.000Z',
      metAt: '2026-11-16T01:10:00.000Z',
      nextStep: null,
    });
    expect(clocks.find(({ name }) => name === 'resolution')).toMatchObject({
      nextStep: { key: expect.stringMatching(/^(warn|breach|escalate)/), at: expect.any(String) },
    });
  });

  it('tells how a promise stands that is paused, dropped or broken', async () => {
    const future = new Date(Date.now() - 60_000).toISOString();
    const states = async (it: CaseBuilder) =>
      Object.fromEntries((await detail(clerk, it)).clocks.map(({ name, state }) => [name, state]));
    const fresh = () => aCase(api.database).receivedAt(future).of('cus-0001');
    const paused = await fresh().answered().classified().paused().commit();
    expect(await states(paused)).toEqual({ answer: 'met', resolution: 'paused', pause: 'running' });
    expect(await states(await fresh().cancelled().commit())).toEqual({ answer: 'stopped' });
    expect(await states(await fresh().commit())).toEqual({ answer: 'running' });
    const broken = await aCase(api.database).of('cus-0001').breached().answered().commit();
    expect(await states(broken)).toEqual({ answer: 'breached', classification: 'breached' });
    // Answered in time, but recorded after the ladder had announced a breach.
    const enteredLate = await aCase(api.database)
      .of('cus-0001')
      .receivedAt('2026-02-02T01:00:00.000Z')
      .breached()
      .give('answer', { text: '已电话答复' }, CLERK, '2026-02-02T03:00:00.000Z')
      .commit();
    expect(await states(enteredLate)).toEqual({ answer: 'met', classification: 'breached' });
    // Overdue, though no step of its ladder has been recorded.
    const overdue = await aCase(api.database).receivedAt('2026-02-02T01:00:00.000Z').of('cus-0001').commit();
    expect(await states(overdue)).toEqual({ answer: 'breached' });
  });

  it('offers each caller what the rules would let them do', async () => {
    expect((await detail(engineer, onSite)).allowedCommands).toEqual(
      expect.arrayContaining(['repair', 'addNote', 'pause']),
    );
    const { allowedCommands } = await detail(clerk, onSite);
    expect(allowedCommands).toContain('addNote');
    expect(allowedCommands).not.toContain('repair');
    expect(allowedCommands).not.toContain('answer');
  });

  it('lists what has to be done next', async () => {
    const { tasks } = await detail(clerk, onSite);
    expect(tasks).toMatchObject([
      {
        key: 'diagnose',
        kind: 'diagnose',
        role: 'repair-engineer',
        organisationId: 'sh-pudong',
        staffId: 'stf-027',
        clock: 'resolution',
      },
    ]);
  });

  it('shows survey, follow-up and revisit once there are any', async () => {
    const surveyed = await aCase(api.database)
      .of('cus-0001')
      .answered()
      .classified()
      .dispatched()
      .arrived()
      .repaired()
      .reported()
      .surveyed(2, 5, '噪声仍大')
      .commit();
    expect(await detail(clerk, surveyed)).toMatchObject({
      stage: 'surveyed',
      repair: { fault: '轴封磨损' },
      report: { labourMinutes: 90, currency: 'CNY', remarks: null },
      survey: { state: 'answered', productScore: 2, serviceScore: 5, comment: '噪声仍大' },
      revisit: { required: true, reason: 'level-always', outcome: null },
      followUps: [{ key: 'dissatisfied', kind: 'dissatisfied-customer' }],
    });
  });

  it('keeps telephone numbers and addresses from those who may not read customer files', async () => {
    const row = { where: { id: 'stf-014' }, data: { roles: ['warehouse-keeper'] } };
    await api.database.staff.update(row);
    const seen = await detail(keeper, onSite);
    expect(seen.sender).toEqual({
      kind: 'customer',
      name: '邵文娟',
      phone: null,
      extension: null,
      email: null,
      address: null,
    });
    expect(JSON.stringify(seen)).not.toContain('15124474580');
    expect(JSON.stringify(seen)).not.toContain('汀浦路');
    const { body } = await keeper.get<Timeline>(`/v1/cases/${onSite.number}/timeline`);
    expect(body.items[0]).toMatchObject({ type: 'CaseRegistered', data: { sender: { name: '邵文娟' } } });
    expect(JSON.stringify(body)).not.toContain('15124474580');
  });

  it('does not exist for another region, nor where there is none', async () => {
    for (const path of [`/v1/cases/${onSite.number}`, `/v1/cases/${onSite.number}/timeline`])
      expect(await southerner.get(path)).toMatchObject({ status: 404, body: { code: 'RESOURCE.NOT_FOUND' } });
    expect(await clerk.get('/v1/cases/AS-2026-000000')).toMatchObject({
      status: 404,
      body: { code: 'RESOURCE.NOT_FOUND' },
    });
    expect(await clerk.get('/v1/cases/nonsense')).toMatchObject({
      status: 400,
      body: { code: 'REQUEST.INVALID' },
    });
  });

  describe('its timeline', () => {
    const seqs = (items: readonly TimelineEntry[]): number[] => items.map(({ seq }) => seq);

    it('is most recent last, with who did what', async () => {
      const { timeline } = await detail(clerk, onSite);
      expect(seqs(timeline.items)).toEqual(Array.from({ length: onSite.seq }, (_none, index) => index + 1));
      expect(timeline).toMatchObject({ earlier: null });
      expect(timeline.items.map(({ type, actor }) => `${actor.name}: ${type}`)).toEqual(
        expect.arrayContaining([
          'Aftercare: CaseRegistered',
          '陆欣然: RequestAnswered',
          '李巍: EngineerArrived',
        ]),
      );
    });

    it('is read on from an event, and back from one', async () => {
      const url = `/v1/cases/${onSite.number}/timeline`;
      const first = (await clerk.get<Timeline>(`${url}?limit=3`)).body;
      expect([seqs(first.items), first.earlier, first.later]).toEqual([[1, 2, 3], null, 3]);
      const next = (await clerk.get<Timeline>(`${url}?limit=3&after=${first.later ?? 0}`)).body;
      expect([seqs(next.items), next.earlier, next.later]).toEqual([[4, 5, 6], 4, 6]);
      const before = (await clerk.get<Timeline>(`${url}?limit=2&before=6`)).body;
      expect([seqs(before.items), before.earlier, before.later]).toEqual([[4, 5], 4, 5]);
      const last = (await clerk.get<Timeline>(`${url}?after=${onSite.seq}`)).body;
      expect(last).toEqual({ items: [], earlier: null, later: null });
      const all = (await clerk.get<Timeline>(url)).body;
      expect([all.items.length, all.later]).toEqual([onSite.seq, null]);
    });

    it('of a long case comes with its latest events', async () => {
      const long = aCase(api.database).of('cus-0001');
      for (let n = 0; n < 55; n += 1) long.noted(`note ${n}`);
      await long.commit();
      const { timeline } = await detail(clerk, long);
      expect(timeline.items).toHaveLength(50);
      expect(seqs(timeline.items).at(-1)).toBe(long.seq);
      expect(timeline.earlier).toBe(long.seq - 49);
    });
  });
});
