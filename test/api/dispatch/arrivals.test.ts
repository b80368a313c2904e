import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { PromiseList } from '../../../api/promises/schema';
import type { TripView } from '../../../api/dispatch/trip-schema';
import { UNFINISHED } from '../../unit/domain/support/commands';
import type { TestApi } from '../../support/api';
import { aCase, CLERK, DIRECTOR, engineerActor, LI_WEI, type CaseBuilder } from '../../support/cases';
import { companyApi, reader, type Page, type Reader } from '../../support/reading';

const LI = engineerActor(LI_WEI);
const JULY = '2026-07-01T00:00:00Z';
const AUGUST = '2026-08-01T00:00:00Z';

describe('What was promised of an arrival (R4, R37)', () => {
  let api: TestApi;
  let manager: Reader;
  const cases: Record<string, CaseBuilder> = {};

  beforeAll(async () => {
    api = await companyApi();
    manager = await reader(api.app, 'zhou.huaijin');
    const begun = (day: string) =>
      aCase(api.database).of('cus-0001').receivedAt(`2026-07-${day}T01:00:00.000Z`).answered().classified();
    const sent = (it: CaseBuilder, from: string, to: string, outsideHours?: true) =>
      it.give(
        'dispatch',
        {
          engineer: LI_WEI,
          appointment: { from, to },
          parts: [],
          ...(outsideHours && { outsideHours }),
        },
        CLERK,
      );
    const leftFor = (it: CaseBuilder, day: string) =>
      sent(
        it.give('leaveUnfinished', UNFINISHED, LI),
        `2026-07-${day}T03:00:00.000Z`,
        `2026-07-${day}T09:00:00.000Z`,
      ).give('arrive', {}, LI);
    // Commands are ten minutes apart: dispatched at 01:30, and arrivals are entered from 01:40 on.
    cases.late = leftFor(
      sent(begun('02'), '2026-07-02T01:25:00.000Z', '2026-07-02T01:35:00.000Z').give('arrive', {}, LI),
      '02',
    );
    cases.proved = leftFor(
      sent(begun('06'), '2026-07-06T01:25:00.000Z', '2026-07-06T01:35:00.000Z').give(
        'arrive',
        { keepsEntry: true },
        LI,
        '2026-07-06T01:34:00.000Z',
      ),
      '06',
    );
    cases.inTime = leftFor(
      sent(begun('08'), '2026-07-08T01:25:00.000Z', '2026-07-08T01:50:00.000Z').give('arrive', {}, LI),
      '08',
    );
    cases.afterwards = sent(begun('10'), '2026-07-09T01:00:00.000Z', '2026-07-09T02:00:00.000Z', true).give(
      'arrive',
      {},
      LI,
    );
    cases.expected = sent(begun('14'), '2026-07-14T03:00:00.000Z', '2026-07-14T04:00:00.000Z');
    const onTheWay = sent(begun('16'), '2026-07-16T03:00:00.000Z', '2026-07-16T04:00:00.000Z');
    cases.cancelled = await onTheWay.give('depart', {}, LI).commit();
    const why = { reason: '客户自行处理', keepsWhatHappened: true } as const;
    onTheWay.receivedAt('2026-07-16T06:00:00.000Z').give('cancel', why, DIRECTOR, '2026-07-16T03:30:00.000Z');
    for (const each of Object.values(cases)) await each.commit();
  }, 120_000);
  afterAll(() => api.close());

  const numberOf = (name: string) => cases[name]?.number ?? '';
  const detail = async (name: string) => (await manager.get<CaseDetail>(`/v1/cases/${numberOf(name)}`)).body;
  const trips = async (query: string) =>
    (await manager.get<Page<TripView>>(`/v1/trips?limit=100&${query}`)).body.items;

  it.each([
    ['late', '2026-07-02T01:35:00.000Z'],
    ['proved', null],
    ['inTime', null],
    ['afterwards', null],
    ['expected', '2026-07-14T04:00:00.000Z'],
    ['cancelled', '2026-07-16T04:00:00.000Z'],
  ])('is told alike by the case, its visits and the dispatch record: %s', async (name, breachedAt) => {
    const { visits, clocks } = await detail(name);
    const arrival = clocks.find((clock) => clock.name === 'arrival');
    expect([
      visits[0]?.breachedAt,
      arrival?.breachedAt ?? (arrival?.state === 'breached' ? arrival.dueAt : null),
    ]).toEqual([breachedAt, breachedAt]);
    const listed = await trips(`caseNumber=${numberOf(name)}`);
    const shown = (
      of: readonly { number: number; breachedAt: string | null; enteredLateAt: string | null }[],
    ) =>
      of
        .map(({ number, breachedAt: broken, enteredLateAt }) => ({ number, broken, enteredLateAt }))
        .toSorted((left, right) => left.number - right.number);
    expect(shown(listed)).toEqual(shown(visits));
  });

  it('is searched for: trips on which nobody came by then, and the others', async () => {
    const within = `from=${JULY}&to=${AUGUST}`;
    const numbers = async (breached: boolean) =>
      (await trips(`${within}&breached=${String(breached)}`)).map(
        (trip) => `${trip.caseNumber}:${trip.number}`,
      );
    expect((await numbers(true)).toSorted()).toEqual(
      ['late', 'expected', 'cancelled'].map((name) => `${numberOf(name)}:1`).toSorted(),
    );
    expect(await numbers(false)).toHaveLength(6);
  });

  it('is kept and counted apart where it was entered late, though another trip has begun since', async () => {
    const { body } = await manager.get<Static<typeof PromiseList>>(`/v1/promises?from=${JULY}&to=${AUGUST}`);
    expect(body.items.find(({ key }) => key === 'arrival')).toMatchObject({
      kept: 1,
      keptEnteredLate: 1,
      breached: 3,
      open: 0,
    });
    const behind = await manager.get<Page<{ number: string; dueAt: string }>>(
      `/v1/promises/arrival/cases?from=${JULY}&to=${AUGUST}&standing=kept-entered-late`,
    );
    expect(behind.body.items).toMatchObject([
      { number: numberOf('proved'), dueAt: '2026-07-06T01:35:00.000Z' },
    ]);
    expect((await detail('proved')).visits[0]).toMatchObject({
      arrivedAt: '2026-07-06T01:34:00.000Z',
      enteredLateAt: '2026-07-06T01:40:00.000Z',
    });
  });
});
