import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EngineerFacts } from '../../../domain/case/facts';
import type { Static } from '@sinclair/typebox';
import type { CandidateList } from '../../../api/dispatch/candidate-schema';
import type { TripView } from '../../../api/dispatch/trip-schema';
import { UNFINISHED } from '../../unit/domain/support/commands';
import type { TestApi } from '../../support/api';
import { aCase, CLERK, engineerActor, type CaseBuilder } from '../../support/cases';
import { companyApi, reader, type Page, type Reader } from '../../support/reading';

const DING: EngineerFacts = {
  id: 'stf-030',
  name: '丁文博',
  outletId: 'suzhou',
  regionId: 'east',
  serviceLevel: 'B',
};

describe('The dispatch record (R13)', () => {
  let api: TestApi;
  let manager: Reader;
  let twice: CaseBuilder;
  let once: CaseBuilder;

  beforeAll(async () => {
    api = await companyApi();
    manager = await reader(api.app, 'zhou.huaijin');
    const send = (appointment: { from: string; to: string }) => (it: CaseBuilder) =>
      it
        .give('dispatch', { engineer: DING, appointment, parts: [] }, CLERK)
        .give('depart', {}, engineerActor(DING))
        .give('arrive', {}, engineerActor(DING));
    const begin = (at: string) => aCase(api.database).of('cus-0001').receivedAt(at).answered().classified();
    twice = begin('2026-02-02T01:00:00.000Z');
    // Dispatched at 01:30, there at 01:50: too late the first time, in time the second.
    send({ from: '2026-02-02T01:25:00.000Z', to: '2026-02-02T01:45:00.000Z' })(twice).give(
      'leaveUnfinished',
      UNFINISHED,
      engineerActor(DING),
    );
    await send({ from: '2026-02-02T02:00:00.000Z', to: '2026-02-02T09:00:00.000Z' })(twice)
      .give(
        'repair',
        { fault: '漏油', cause: '老化', work: '更换', verification: '试机' },
        engineerActor(DING),
      )
      .commit();
    once = begin('2026-02-09T01:00:00.000Z');
    await send({ from: '2026-02-09T02:00:00.000Z', to: '2026-02-09T09:00:00.000Z' })(once).commit();
  }, 120_000);
  afterAll(() => api.close());

  const trips = async (by: Reader, query: string) => {
    const { status, body } = await by.get<Page<TripView>>(`/v1/trips?${query}`);
    expect(status).toBe(200);
    return body.items;
  };

  it('tells of each trip who, where, when promised and when there, how long, its cost and its outcome', async () => {
    expect(await trips(manager, `caseNumber=${twice.number}`)).toMatchObject([
      { number: 2, outcome: 'repaired', days: 1, cost: null },
      {
        number: 1,
        engineer: { id: DING.id, outletId: 'suzhou' },
        customer: { id: 'cus-0001' },
        place: expect.any(String),
        promised: { from: '2026-02-02T01:25:00.000Z', to: '2026-02-02T01:45:00.000Z' },
        departedAt: '2026-02-02T01:40:00.000Z',
        arrivedAt: '2026-02-02T01:50:00.000Z',
        endedAt: '2026-02-02T02:00:00.000Z',
        days: 1,
        outcome: 'unfinished',
        reason: UNFINISHED.reason,
        cost: { labourCostCents: UNFINISHED.labourCostCents, currency: UNFINISHED.currency },
      },
    ]);
  });

  it('is found by engineer, region and period, page by page', async () => {
    const ids = (await manager.all<TripView>(`/v1/trips?engineerId=${DING.id}&regionId=east&limit=1`)).flat();
    expect(ids.map(({ id }) => id)).toEqual([`${once.number}:1`, `${twice.number}:2`, `${twice.number}:1`]);
    const february9 = 'from=2026-02-09T00:00:00%2B08:00&to=2026-02-10T00:00:00%2B08:00';
    expect(await trips(manager, february9)).toMatchObject([
      { caseNumber: once.number, outcome: 'under-way', days: null },
    ]);
    expect(await trips(manager, 'regionId=south')).toEqual([]);
  });

  it('is read by each tier for its own people (R11)', async () => {
    expect(await trips(await reader(api.app, 'gu.chengan'), 'limit=5')).toHaveLength(3);
    expect(await trips(await reader(api.app, 'qian.junfeng'), 'limit=5')).toHaveLength(3);
    expect(await trips(await reader(api.app, 'li.wei'), 'limit=5')).toEqual([]);
    expect(await trips(await reader(api.app, 'guo.zhenbang'), 'limit=5')).toEqual([]);
  });

  it('has candidates for the next: those of the caller’s tier, best first, each factor said (R11)', async () => {
    const from = '2026-02-09T09:00:00%2B08:00';
    const url = `/v1/cases/${once.number}/candidates?from=${from}&minutes=480`;
    const { status, body } = await (
      await reader(api.app, 'gu.chengan')
    ).get<Static<typeof CandidateList>>(url);
    expect(status).toBe(200);
    const places = body.items.map(({ engineer }) => engineer.outletId);
    // The customer is in Shanghai: its outlet first, then the region's others by level; no outlet of another
    // region.
    expect(places).toEqual(['sh-pudong', 'sh-pudong', 'suzhou', 'suzhou', 'hangzhou', 'hangzhou']);
    const ding = body.items.find(({ engineer }) => engineer.id === DING.id);
    // Eight hours do not fit beside the visit that he has that day.
    expect(ding).toMatchObject({ nextFree: { from: '2026-02-10T00:30:00.000Z' } });
    expect(ding?.factors.find(({ factor }) => factor === 'load')).toMatchObject({ value: 1 });
    expect(
      (await (await reader(api.app, 'qian.junfeng')).get<Static<typeof CandidateList>>(url)).body.items
        .length,
    ).toBe(2);
  });

  it('makes an arrival that came too late count, although a later trip of the case was in time (R37)', async () => {
    const { body } = await manager.get<Page<{ number: string; standing: string; dueAt: string }>>(
      '/v1/promises/arrival/cases?from=2026-02-01T00:00:00Z&to=2026-02-20T00:00:00Z',
    );
    expect(body.items).toMatchObject([
      { number: once.number, standing: 'kept' },
      { number: twice.number, standing: 'breached', dueAt: '2026-02-02T01:45:00.000Z' },
    ]);
  });
});
